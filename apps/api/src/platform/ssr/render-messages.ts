export interface RenderJob {
  readonly id: number;
  readonly url: string;
}

/** A page as the site makes it. */
export interface RenderedPage {
  readonly status: number;
  /** Where to go instead, for a redirection. */
  readonly location: string | null;
  readonly html: string;
}

export interface RenderReply {
  readonly id: number;
  /** Null: the address is no page. */
  readonly page?: RenderedPage | null;
  readonly error?: string;
}
