/**
 * The device or trunk behind a channel: what stands between the first "/" and the last "-" of its name (`SIP/carrier-0000001a`,
 * `PJSIP/301-00000004`), without the number dialled on a line (`DAHDI/i1/79990000000-3` is the line `i1`). A `Local/` channel
 * joins two parts of the dial plan and has nothing behind it.
 */
export function peerOf(channel: string): string | undefined {
  const match = /^([^/]+)\/([^/]+?)(?:\/.*|-[^-/]*)?$/.exec(channel);
  const [technology, peer] = [match?.[1], match?.[2]];
  return technology?.toLowerCase() === 'local' ? undefined : peer;
}

export type Direction = 'inbound' | 'outbound' | 'internal';

export interface Ends {
  /** The caller's number. */
  readonly src: string;
  /** The number that was called. */
  readonly dst: string;
  /** The caller's channel. */
  readonly channel: string;
  /** The called channel; empty where nobody was called. */
  readonly dstchannel: string;
}

const isExtension = (number: string | undefined): boolean => number !== undefined && /^\d{2,5}$/.test(number);
const isOutside = (number: string): boolean => /^\+?\d{7,}$/.test(number);

/**
 * Which way a call went, as far as its row tells; a row does not say which channels are trunks. A number of two to five digits
 * is an extension, one of seven and more lies outside. The first rule that fits decides:
 * 1. the caller's channel is named like the caller: an own device called; to an extension or a device of the called name it
 *    is internal, to anything else that is a number outbound;
 * 2. the caller's channel is named like the called number: a trunk registered under that number, inbound;
 * 3. the caller's channel, or else the caller, is an extension: outbound to an outside number, internal to an extension;
 * 4. the caller is an outside number: inbound;
 * 5. otherwise unknown.
 */
export function directionOf({ src, dst, channel, dstchannel }: Ends): Direction | undefined {
  const caller = peerOf(channel);
  if (caller === undefined) return undefined;
  if (caller === src) {
    if (isExtension(dst) || (dstchannel !== '' && peerOf(dstchannel) === dst)) return 'internal';
    return /^\+?\d+$/.test(dst) ? 'outbound' : undefined;
  }
  if (caller === dst) return 'inbound';
  if (isExtension(caller) || isExtension(src)) {
    if (isOutside(dst)) return 'outbound';
    return isExtension(dst) && isExtension(caller) ? 'internal' : undefined;
  }
  return isOutside(src) ? 'inbound' : undefined;
}

/** The trunk of a row: the caller's side of an inbound call, the called side of an outbound one. */
export function trunkOf({ channel, dstchannel }: Ends, direction: Direction | undefined): string | undefined {
  if (direction === 'inbound') return peerOf(channel);
  return direction === 'outbound' && dstchannel !== '' ? peerOf(dstchannel) : undefined;
}

/** The extension of the person on the own side: of the caller on the way out, else of whoever answered. */
export function extensionOf({ channel, dstchannel }: Ends, direction: Direction | undefined): string | undefined {
  const peer = peerOf(direction === 'outbound' ? channel : dstchannel);
  return isExtension(peer) ? peer : undefined;
}
