import type { Socket } from 'node:net';

/** Hands on what either of two connections sends; an error of one ends the other. */
export function joined(near: Socket, far: Socket): void;
