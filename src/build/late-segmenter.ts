const { Segmenter } = Intl;

/**
 * Stands for `Intl.Segmenter` in the published program: made when it is first asked. Several libraries make one when they
 * are loaded, which takes 15 ms for the first, and most logs never need any.
 */
export class LateSegmenter implements Intl.Segmenter {
  readonly #options: ConstructorParameters<typeof Segmenter>;
  #made: Intl.Segmenter | undefined;

  constructor(...options: ConstructorParameters<typeof Segmenter>) {
    this.#options = options;
  }

  get #segmenter(): Intl.Segmenter {
    this.#made ??= new Segmenter(...this.#options);
    return this.#made;
  }

  readonly [Symbol.toStringTag] = 'Intl.Segmenter';

  segment(text: string): Intl.Segments {
    return this.#segmenter.segment(text);
  }

  resolvedOptions(): Intl.ResolvedSegmenterOptions {
    return this.#segmenter.resolvedOptions();
  }
}
