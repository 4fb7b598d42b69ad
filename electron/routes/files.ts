import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { Problem } from '../problem.ts';
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
  const root = fileURLToPath(folder);
  if (!existsSync(join(root, 'index.html')))
    throw new Problem('The screens are not built yet: run “npm run build” first.');
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const type = types[extname(name)];
    if (type === undefined) continue;
    files.set(`/${name.replaceAll('\\', '/')}`, {
      bytes: new Uint8Array(readFileSync(join(root, name))),
      type,
    });
  }
  return files;
};

/**
 * Serves the page (with a fresh nonce each time) and its files, whose names change when their content does. The page
 * of the start link names no icon, and browsers then ask for /favicon.ico.
 */
export const fileRoutes = (files: ReadonlyMap<string, File>) => {
  const page = files.get('/index.html');
  if (page === undefined) throw new Error('The files have no index.html');
  const html = new TextDecoder().decode(page.bytes);
  return new Hono()
    .on('GET', ['/', '/wall'], (context) => {
      const nonce = randomBytes(16).toString('base64url');
      context.header('content-security-policy', contentPolicy(nonce));
      return context.html(html.replaceAll('"NONCE"', `"${nonce}"`));
    })
    .get('/favicon.ico', (context) => context.body(null, 204))
    .get('/*', (context) => {
      const file = files.get(context.req.path);
      if (file === undefined || file === page) return context.notFound();
      context.header('content-type', file.type);
      context.header('cache-control', 'private, max-age=31536000, immutable');
      return context.body(file.bytes);
    });
};
