/** What a Content-Type says that a body is, without its parameters: `application/json`; empty where it says nothing. */
export const mediaType = (header: string | undefined): string =>
  (header ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
