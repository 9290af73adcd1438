import type { Server } from 'node:net';

/** For tests: lets a server listen on any free port, and answers which one it is. */
export async function listenAnywhere(server: Server, host = '127.0.0.1'): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
  return address.port;
}
