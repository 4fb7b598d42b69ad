/**
 * Lets the browser save what is at an address. It writes as it reads, so that a large file is never all in the memory of
 * the page. The answer says what the file is called.
 */
export const saveFrom = (address: string): void => {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
};
