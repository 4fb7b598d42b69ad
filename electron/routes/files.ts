import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Hono } from 'hono';
import { contentPolicy } from './headers.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

interface File {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

/** The files that the build made, by the path they are asked for: what is not in it does not exist. */
export const rendererFiles = (folder: URL): Map<string, File> => {
  const files = new Map<string, File>();
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(item.name)];
    if (!item.isFile() || type === undefined) continue;
    const file = `${item.parentPath}/${item.name}`;
    const path = file.slice(decodeURIComponent(folder.pathname).length).replaceAll('\\', '/');
    files.set(`/${path}`, { bytes: new Uint8Array(readFileSync(file)), type });
  }
  return files;
};

/** Serves the page (with a fresh nonce each time) and its files, whose names change when their content does. */
export const fileRoutes = (files: ReadonlyMap<string, File>) => {
  const page = files.get('/index.html');
  if (page === undefined) throw new Error('The renderer is not built');
  const html = new TextDecoder().decode(page.bytes);
  return new Hono()
    .get('/', (context) => {
      const nonce = randomBytes(16).toString('base64url');
      context.header('content-security-policy', contentPolicy(nonce));
      return context.html(html.replaceAll('"NONCE"', `"${nonce}"`));
    })
    .get('/*', (context) => {
      const file = files.get(context.req.path);
      if (file === undefined || file === page) return context.notFound();
      context.header('content-type', file.type);
      context.header('cache-control', 'private, max-age=31536000, immutable');
      return context.body(file.bytes);
    });
};
