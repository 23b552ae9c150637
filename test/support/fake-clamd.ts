import { createServer, type Server, type Socket } from 'node:net';

/** The test virus that every scanner knows. In two pieces, so that no scanner finds it in this file. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** ClamAV's daemon as far as the service speaks with it: it takes a stream in pieces and says whether the test virus is in it. */
export class FakeClamd {
  /** How it answers: truly, not at all, or with an error. */
  mood: 'well' | 'silent' | 'broken' = 'well';
  scans = 0;

  private constructor(
    private readonly server: Server,
    private readonly sockets: Set<Socket>,
  ) {}

  static async start(): Promise<FakeClamd> {
    const sockets = new Set<Socket>();
    const server = createServer();
    const clamd = new FakeClamd(server, sockets);
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      clamd.serve(socket);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return clamd;
  }

  get address(): string {
    const { port } = this.server.address() as { port: number };
    return `tcp://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }

  private serve(socket: Socket): void {
    let received = Buffer.alloc(0);
    socket.on('data', (piece: Buffer) => {
      received = Buffer.concat([received, piece]);
      const command = received.indexOf(0);
      if (command === -1) return;
      const name = received.subarray(0, command).toString();
      if (name === 'zINSTREAM') this.scan(socket, received.subarray(command + 1));
      else socket.end(name === 'zPING' ? 'PONG\0' : 'ClamAV 1.4.1\0');
    });
  }

  private scan(socket: Socket, stream: Buffer): void {
    const pieces: Buffer[] = [];
    let at = 0;
    for (;;) {
      if (at + 4 > stream.length) return;
      const size = stream.readUInt32BE(at);
      if (size === 0) break;
      if (at + 4 + size > stream.length) return;
      pieces.push(stream.subarray(at + 4, at + 4 + size));
      at += 4 + size;
    }
    this.scans += 1;
    if (this.mood === 'silent') socket.destroy();
    else if (this.mood === 'broken') socket.end('INSTREAM size limit exceeded. ERROR\0');
    else socket.end(Buffer.concat(pieces).includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
  }
}
