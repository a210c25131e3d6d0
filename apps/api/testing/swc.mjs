/** How our TypeScript is compiled where Node's own stripping of types is not enough: NestJS needs decorators and what they tell. */
export const jsc = {
  target: 'es2024',
  parser: { syntax: 'typescript', decorators: true },
  transform: { legacyDecorator: true, decoratorMetadata: true },
  keepClassNames: true,
};
