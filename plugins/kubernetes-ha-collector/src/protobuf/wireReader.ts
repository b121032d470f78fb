/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { InvalidDocumentError } from './invalidDocument';

/** Longer strings are rarely the same twice. */
const CACHED_BYTES = 64;
/** Bytes, the last ones, that choose a string's slot. */
const HASHED_BYTES = 12;
/** Slots of the cache of strings; a power of two. */
const CACHE_SLOTS = 1 << 14;

/**
 * Reads the protobuf wire format of one message in one buffer, in order.
 * Short strings that come again and again (namespaces, labels, node names) are
 * made once: that is most of the time and of the memory of a pod.
 *
 * Merging two occurrences of one singular message is not supported: Go never
 * writes them, the last one wins.
 * Errors: {@link InvalidDocumentError} when the bytes end early or are not
 * what they should be.
 * Source: https://protobuf.dev/programming-guides/encoding/
 */
export class WireReader {
  position = 0;
  #end = 0;
  #bytes: Buffer = Buffer.alloc(0);
  readonly #strings: (string | undefined)[] = new Array(CACHE_SLOTS).fill(
    undefined,
  );

  /** Starts on another buffer; the cache of strings stays. */
  open(bytes: Buffer): void {
    this.#bytes = bytes;
    this.#end = bytes.length;
    this.position = 0;
  }

  /** Lets go of the buffer. */
  close(): void {
    this.open(Buffer.alloc(0));
  }

  /** Reads the length of what follows; returns where it ends. */
  enter(): number {
    const length = this.#varint();
    const end = this.position + length;
    if (end > this.#end) throw truncated();
    return end;
  }

  /** After the last field of a message: it must end exactly there. */
  leave(end: number): void {
    if (this.position !== end) {
      throw new InvalidDocumentError('a protobuf field crosses its message');
    }
  }

  /** The tag of the next field: field number × 8 + wire type. */
  readTag(): number {
    return this.#varint();
  }

  readBool(): boolean {
    return this.#varint() !== 0;
  }

  /** int32 and int64; beyond 2^53 it is rounded. */
  readInt(): number {
    const bytes = this.#bytes;
    const first = bytes[this.position];
    if (first < 0x80) {
      this.position += 1;
      return first;
    }
    return this.#signedVarint();
  }

  readString(): string {
    const start = this.position;
    const length = this.#bytes[start];
    // Written so that a missing byte goes the long way too, which refuses it.
    if (!(length <= CACHED_BYTES && start + 1 + length <= this.#end)) {
      return this.#longString();
    }
    this.position = start + 1 + length;
    return this.#cached(start + 1, length);
  }

  /** Bytes as they stand in the page: a view, good for as long as the page. */
  readBytes(): Uint8Array {
    const end = this.enter();
    const start = this.position;
    this.position = end;
    return this.#bytes.subarray(start, end);
  }

  /** `Quantity`: its text, as the server wrote it. */
  readQuantity(): string {
    const end = this.enter();
    let text = '';
    while (this.position < end) {
      const tag = this.readTag();
      if (tag === 10) text = this.readString();
      else this.skip(tag);
    }
    this.leave(end);
    return text;
  }

  /** `Time`: seconds since 1970. A zero time, `null` in JSON, is written as an empty message. */
  readTime(): number | undefined {
    const end = this.enter();
    let seconds: number | undefined;
    while (this.position < end) {
      const tag = this.readTag();
      if (tag === 8) seconds = this.readInt();
      else this.skip(tag);
    }
    this.leave(end);
    return seconds;
  }

  /** `IntOrString`: as text, `1` or `50%`. */
  readIntOrString(): string {
    const end = this.enter();
    let isString = false;
    let int = 0;
    let text = '';
    while (this.position < end) {
      const tag = this.readTag();
      if (tag === 8) isString = this.readInt() === 1;
      else if (tag === 16) int = this.readInt();
      else if (tag === 26) text = this.readString();
      else this.skip(tag);
    }
    this.leave(end);
    return isString ? text : String(int);
  }

  /** One entry of a map of strings or quantities, if its key is wanted. Keys are written before values. */
  readEntry(
    map: Record<string, string>,
    wanted: ReadonlySet<string> | undefined,
    quantities: boolean,
  ): void {
    const end = this.enter();
    let key = '';
    let value = '';
    while (this.position < end) {
      const tag = this.readTag();
      if (tag === 10) {
        key = this.readString();
        if (wanted && !wanted.has(key)) {
          this.position = end;
          return;
        }
      } else if (tag === 18) {
        value = quantities ? this.readQuantity() : this.readString();
      } else {
        this.skip(tag);
      }
    }
    this.leave(end);
    map[key] = value;
  }

  /** Passes over the field whose tag was just read. */
  skip(tag: number): void {
    switch (tag & 7) {
      case 0:
        this.#varint();
        return;
      case 1:
        this.#advance(8);
        return;
      case 2:
        this.position = this.enter();
        return;
      case 5:
        this.#advance(4);
        return;
      default:
        throw new InvalidDocumentError(
          `protobuf wire type ${tag & 7} is not in use`,
        );
    }
  }

  #advance(count: number): void {
    this.position += count;
    if (this.position > this.#end) throw truncated();
  }

  /** An unsigned varint of up to 53 bits; lengths, tags and flags. */
  #varint(): number {
    const bytes = this.#bytes;
    let position = this.position;
    let byte = bytes[position++];
    if (byte < 0x80) {
      this.position = position;
      return byte;
    }
    let value = 0;
    let scale = 1;
    for (let count = 0; count < 10; count++) {
      if (position > this.#end) throw truncated();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        this.position = position;
        return value;
      }
      scale *= 128;
      byte = bytes[position++];
    }
    throw position > this.#end
      ? truncated()
      : new InvalidDocumentError('a protobuf number has more than ten bytes');
  }

  /** Negative numbers are ten bytes long: two's complement of 64 bits. */
  #signedVarint(): number {
    const start = this.position;
    const value = this.#varint();
    if (this.position - start < 10) return value;
    let low = 0n;
    for (let index = 0; index < 10; index++) {
      low |= BigInt(this.#bytes[start + index] & 0x7f) << BigInt(index * 7);
    }
    return Number(BigInt.asIntN(64, low));
  }

  #longString(): string {
    const end = this.enter();
    const start = this.position;
    this.position = end;
    return this.#bytes.toString('utf8', start, end);
  }

  #cached(start: number, length: number): string {
    const bytes = this.#bytes;
    const end = start + length;
    // Names that differ differ at their end: looking at a part of a long one is enough to find its slot.
    let hash = length;
    const from = length > HASHED_BYTES ? end - HASHED_BYTES : start;
    for (let index = from; index < end; index++) {
      hash = (Math.imul(hash, 31) + bytes[index]) | 0;
    }
    const slot = (hash ^ (hash >>> 15)) & (CACHE_SLOTS - 1);
    const found = this.#strings[slot];
    if (found !== undefined && found.length === length) {
      let index = 0;
      while (
        index < length &&
        found.charCodeAt(index) === bytes[start + index]
      ) {
        index++;
      }
      if (index === length) return found;
    }
    const text = bytes.toString('utf8', start, end);
    // Only ASCII, which has as many characters as bytes: the comparison above holds for no other text.
    if (text.length === length) this.#strings[slot] = text;
    return text;
  }
}

function truncated(): InvalidDocumentError {
  return new InvalidDocumentError('the protobuf message ends early');
}
