// The static demo as any plain file server would serve it: files, their types, and nothing else.
import { createServer } from 'node:http';
import sirv from 'sirv';

const directory = 'dist-static-demo';
const port = Number(process.env['STATIC_PORT'] ?? '4423');

// `dev` looks files up when they are asked for, so that the server can also wait for the build.
const files = sirv(directory, { dev: true });

createServer((request, response) => {
  files(request, response, () => {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`${directory} has no such file\n`);
  });
}).listen(port, '127.0.0.1');
