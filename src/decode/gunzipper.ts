import { constants, createGunzip, type Gunzip, gzipSync } from 'node:zlib';

/**
 * What Node's streams do their work with. Its public functions inflate into memory of their own only: fresh each time, it
 * is zeroed, paged in and given back, and the caches are full of it. Left to that, a load takes a tenth longer.
 */
type Engine = Gunzip & {
  /** Goes on to what it was at first. */
  reset(): void;
  /** Undefined and null once closed. */
  readonly _handle?: { readonly writeSync: WriteSync } | null;
  /** After a write: the number of bytes of room that are left, and of the input. */
  readonly _writeState: Uint32Array;
};
type WriteSync = (
  flush: number,
  bytes: Uint8Array,
  start: number,
  length: number,
  room: Uint8Array,
  roomStart: number,
  roomLength: number,
) => void;

const none = new Uint8Array(0);

/** Inflates gzip files into memory that the caller has, one after the other. */
export class Gunzipper {
  /** Whether the file was sound, and all of it has been read. */
  isAtEnd = false;
  #engine: Engine | undefined;
  #bytes: Uint8Array = none;
  #at = 0;

  /** Begins with a file. False where Node does not work as it is known here: then `inflateGzip` has to do it. */
  open(bytes: Uint8Array): boolean {
    if (this.#engine?.errored !== null) this.#engine = createEngine();
    else this.#engine.reset();
    this.#bytes = bytes;
    this.#at = 0;
    this.isAtEnd = false;
    return this.#engine !== undefined;
  }

  /** Inflates what comes next, until the room is full. Gives the number of bytes; undefined when the file is not sound. */
  read(room: Uint8Array): number | undefined {
    const { roomLeft, bytesLeft } = inflate(this.#engine!, this.#bytes.subarray(this.#at), room);
    if (this.#engine!.errored !== null) return undefined;
    this.#at = this.#bytes.length - bytesLeft;
    // Where there is room left, zlib came to the end; what it left is no gzip.
    this.isAtEnd = roomLeft > 0;
    return this.isAtEnd && bytesLeft > 0 ? undefined : room.length - roomLeft;
  }

  /** Lets go of the file, which may be large and of no use to anybody else. */
  close(): void {
    this.#bytes = none;
  }
}

/** Inflates as much of the bytes as there is room for. Gives the number of bytes that are left of both. */
function inflate(
  { _handle, _writeState }: Engine,
  bytes: Uint8Array,
  room: Uint8Array,
): { readonly roomLeft: number; readonly bytesLeft: number } {
  _handle!.writeSync(constants.Z_FINISH, bytes, 0, bytes.length, room, 0, room.length);
  const [roomLeft, bytesLeft] = _writeState;
  return { roomLeft: roomLeft!, bytesLeft: bytesLeft! };
}

let isKnown: boolean | undefined;

function createEngine(): Engine | undefined {
  isKnown ??= isAsKnown();
  return isKnown ? newEngine() : undefined;
}

function newEngine(): Engine {
  const engine = createGunzip({ chunkSize: 64 }) as unknown as Engine;
  // What went wrong is asked in place.
  engine.on('error', () => {});
  return engine;
}

/** Whether the inner parts of Node's streams are as they are used here. */
function isAsKnown(): boolean {
  const text = 'a probe';
  const room = Buffer.alloc(text.length + 1);
  try {
    const { roomLeft, bytesLeft } = inflate(newEngine(), gzipSync(text), room);
    return roomLeft === 1 && bytesLeft === 0 && room.toString('latin1', 0, text.length) === text;
  } catch {
    return false;
  }
}
