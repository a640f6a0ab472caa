import { connect, createServer, type Server, type Socket } from 'node:net';

/** A wire between the service and its database that can be cut, or left hanging with nobody at the other end. */
export class Wire {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private state: 'whole' | 'cut' | 'silent' = 'whole';

  private constructor(target: URL) {
    this.server = createServer((near) => {
      this.keep(near);
      if (this.state === 'cut') return void near.destroy();
      const far = connect(Number(target.port), target.hostname);
      this.keep(far);
      near.on('data', (data) => this.state !== 'silent' && far.write(data));
      far.on('data', (data) => this.state !== 'silent' && near.write(data));
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
    });
  }

  /** @returns the wire and the login that leads through it */
  static async to(databaseUrl: string): Promise<{ wire: Wire; url: string }> {
    const target = new URL(databaseUrl);
    const wire = new Wire(target);
    await new Promise<void>((resolve) => wire.server.listen(0, '127.0.0.1', resolve));
    const address = wire.server.address();
    if (typeof address !== 'object' || address === null) throw new Error('The wire has no port.');
    return { wire, url: Object.assign(new URL(databaseUrl), { host: `127.0.0.1:${address.port}` }).href };
  }

  become(state: 'whole' | 'cut' | 'silent'): void {
    this.state = state;
    if (state === 'cut') this.sockets.forEach((socket) => socket.destroy());
  }

  close(): void {
    this.become('cut');
    this.server.close();
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
  }
}
