/** What a worker is started with. */
export type WorkerStart = {
  /** Tells the batches of its decoder from those of others. */
  readonly decoder: number;
  /** Inflated bytes of one file beyond which it is taken for a decompression bomb. */
  readonly maxInflatedBytes: number;
};

/** What it answers to a task, after it has said `ready`: the result, or why there is none. */
export type WorkerAnswer = { readonly id: number } & (
  | { readonly result: unknown }
  | { readonly refusal: string }
);
