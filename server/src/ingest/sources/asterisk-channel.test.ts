import { describe, expect, it } from '@jest/globals';
import { directionOf, extensionOf, peerOf, trunkOf } from './asterisk-channel.js';

describe('peerOf', () => {
  it.each([
    ['SIP/carrier-0000001a', 'carrier'],
    ['PJSIP/trunk-out-0000001a', 'trunk-out'],
    ['SIP/211553-00000003', '211553'],
    ['DAHDI/i1/79990000000-3', 'i1'],
    ['IAX2/office', 'office'],
    ['Local/ch1@TimeDelay-00000000;2', undefined],
    ['', undefined],
    ['garbage', undefined],
  ])('finds what is behind %p', (channel, peer) => {
    expect(peerOf(channel)).toBe(peer);
  });
});

describe('direction, trunk and extension', () => {
  it.each([
    // src, dst, channel, dstchannel -> direction, trunk, extension
    ['89550000001', '211553', 'SIP/211553-00000003', 'SIP/301-00000004', 'inbound', '211553', '301'],
    ['214943', '211553', 'SIP/211553-00000003', 'SIP/other-pbx-00000004', 'inbound', '211553', undefined],
    ['74950000001', '301', 'PJSIP/carrier-00000003', 'PJSIP/301-00000004', 'inbound', 'carrier', '301'],
    ['301', '79990000001', 'PJSIP/301-00000003', 'PJSIP/carrier-00000004', 'outbound', 'carrier', '301'],
    ['74950000001', '79990000001', 'PJSIP/301-00000003', 'PJSIP/carrier-00000004', 'outbound', 'carrier', '301'],
    ['301', '79990000001', 'PJSIP/301-00000003', '', 'outbound', undefined, '301'],
    ['301', '302', 'PJSIP/301-00000003', 'PJSIP/302-00000004', 'internal', undefined, '302'],
    ['reception', 'kitchen', 'SIP/reception-1', 'SIP/kitchen-2', 'internal', undefined, undefined],
    ['89550000001', 'ch1', 'Local/ch1@TimeDelay-00000000;2', 'SIP/301-00000007', undefined, undefined, '301'],
    ['', 's', 'SIP/carrier-00000003', '', undefined, undefined, undefined],
  ])('%s calls %s over %s to %s: %s', (src, dst, channel, dstchannel, direction, trunk, extension) => {
    const ends = { src, dst, channel, dstchannel };
    expect(directionOf(ends)).toBe(direction);
    expect(trunkOf(ends, directionOf(ends))).toBe(trunk);
    expect(extensionOf(ends, directionOf(ends))).toBe(extension);
  });
});
