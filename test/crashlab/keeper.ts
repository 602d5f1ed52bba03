import type { ModelledDisk } from '../store/modelled-disk.ts';

/** Something that keeps items on a disk, under trial. */
export type Keeper = {
  name: string;
  /** How many bytes apart the places are at which a write of it is torn. One is the most thorough. */
  apart: number;
  open(disk: ModelledDisk): Promise<Keeping>;
  /** What it finds wrong with what is on the disk, where the receipts of all items are known from elsewhere; null for nothing. */
  complaint(disk: ModelledDisk, receipts: Map<number, string>): Promise<string | null>;
};

export type Keeping = {
  /** Keeps item `n`, and gives its receipt when it counts as kept. Items are kept in the order of their numbers. */
  keep(n: number): Promise<string>;
  erase(n: number): Promise<void>;
  /** What is there, by number. The text of what was erased is null. */
  found(): Promise<Map<number, Found>>;
  close(): Promise<void>;
};

export type Found = { receipt: string; text: string | null };

/** What item `n` says. It has letters of two, three and four bytes, so that a cut can fall within one. */
export const textOf = (n: number): string =>
  `Evidence ${n}: the child’s own words – “I wasn’t asked” – are not in the plan 😀`;
