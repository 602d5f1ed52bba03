/** Work in small steps, of as many as there are items: whoever has it done lets others have their turn in between. */
export type Steps<Result> = Generator<void, Result, void>;
