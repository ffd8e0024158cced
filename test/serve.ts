/**
 * Serves the built site as a plain static host would, under a base path, for the end-to-end tests.
 *
 * Usage: node test/serve.ts PORT BASE [DIR]
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const [port = '4329', base = '/hostfit/', dir = process.env['HOSTFIT_OUT'] ?? '.dist-e2e'] =
  process.argv.slice(2);

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

function fileAt(path: string): string | null {
  const file = join(dir, normalize(decodeURIComponent(path)));
  for (const candidate of [file, join(file, 'index.html')]) {
    try {
      if (statSync(candidate).isFile()) return candidate;
    } catch {
      // Not there: try the next.
    }
  }
  return null;
}

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const isInside = pathname.startsWith(base);
  const file = isInside ? fileAt(pathname.slice(base.length)) : null;
  if (file === null) {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
    const notFound = isInside ? fileAt('404.html') : null;
    if (notFound === null) response.end('not found');
    else createReadStream(notFound).pipe(response);
    return;
  }
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
  });
  createReadStream(file).pipe(response);
}).listen(Number(port), '127.0.0.1');
