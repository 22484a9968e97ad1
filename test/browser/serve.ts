import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export interface Served {
  /** Ends in "/". */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Serves a folder as a plain web server would: no headers of its own, so that the pages' own policy is what holds. */
export async function serve(folder: string): Promise<Served> {
  const server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, ''));
    const file = resolve(join(folder, name.endsWith('/') ? `${name}index.html` : name));
    const inside = file.startsWith(resolve(folder) + sep);
    (inside ? readFile(file) : Promise.reject(new Error('outside'))).then(
      (body) => response.writeHead(200, { 'content-type': CONTENT_TYPES[extname(file)] ?? '' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${String(port)}/`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
