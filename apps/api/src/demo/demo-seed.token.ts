/** The provider, if any, that fills an empty demo: `ensure()` may be called at every start. */
export const DEMO_SEED = 'DemoSeed';
