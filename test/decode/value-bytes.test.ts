import { expect, test } from 'vitest';
import { ValuePacker } from '../../src/decode/value-bytes.ts';
import { unpackValues } from './unpack-values.ts';

const texts = [
  'GetObject',
  'größe',
  '🪣'.repeat(300),
  'half a pair \ud83e',
  '\udea3\ud83e',
  '\ufffd',
  '"\\/\u0000',
  'ÿ',
  'a'.repeat(5000),
];

test('values come out as they went in, whatever a JSON string can hold', () => {
  const packer = new ValuePacker();
  for (const text of texts) packer.add(text);
  expect(packer.length).toBe(texts.length);
  expect(unpackValues(packer.take())).toEqual(texts);
  expect(packer.length).toBe(0);
});

test('values that a replacement character would make equal stay apart', () => {
  const packer = new ValuePacker();
  for (const text of ['\ud83e', '\udea3', '\ufffd']) packer.add(text);
  expect(new Set(packer.take().hashes).size).toBe(3);
});

test('what stands in JSON as it is is taken from there, and hashes as its text does', () => {
  const packer = new ValuePacker();
  const json = Buffer.from('{"a":"GetObject","b":"größe","c":"a\\/b"}');
  const place = (content: string) => {
    const start = json.indexOf(content);
    return [start, start + Buffer.byteLength(content)] as const;
  };
  expect(packer.addPlain(json, ...place('GetObject'))).toBe(true);
  expect(packer.addPlain(json, ...place('größe'))).toBe(false);
  expect(packer.addPlain(json, ...place('a\\/b'))).toBe(false);
  packer.add('GetObject');
  const taken = packer.take();
  expect(unpackValues(taken)).toEqual(['GetObject', 'GetObject']);
  expect(taken.hashes[0]).toBe(taken.hashes[1]);
});
