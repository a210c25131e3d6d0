import { Injectable, RequestMethod, type OnModuleInit, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS, IDEMPOTENT, VERSIONED, type AccessRule } from './access.decorator.js';
import { inputsOf, type Input } from './riferimenti.js';

export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  readonly rule: AccessRule | undefined;
  readonly idempotent: boolean;
  readonly versioned: boolean;
  /** What it reads of the body and of the query. */
  readonly inputs: readonly Input[];
}

/** Walks every controller at start: a route that declares no access stops the process, naming itself. */
@Injectable()
export class AccessAudit implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const open = this.routes().filter(route => route.rule === undefined);
    if (open.length > 0) throw new Error(`Access is not declared for: ${open.map(r => r.handler).join(', ')}`);
  }

  /** Every route of every controller, with what it declares. */
  routes(): DeclaredRoute[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as object;
      const base = paths(Reflect.getMetadata(PATH_METADATA, metatype));
      return this.scanner.getAllMethodNames(prototype).flatMap(name => routesOf(metatype as Type<unknown>, prototype, name, base));
    });
  }
}

function routesOf(controller: Type<unknown>, prototype: object, name: string, base: string[]): DeclaredRoute[] {
  const handler = (prototype as Record<string, object>)[name];
  if (!handler || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'GET';
  const rule = Reflect.getMetadata(ACCESS, handler) as AccessRule | undefined;
  const flags = { idempotent: Reflect.hasMetadata(IDEMPOTENT, handler), versioned: Reflect.hasMetadata(VERSIONED, handler) };
  return base.flatMap(b =>
    paths(Reflect.getMetadata(PATH_METADATA, handler)).map(p => ({
      method,
      path: join(b, p),
      handler: `${controller.name}.${name}`,
      rule,
      inputs: inputsOf(controller, name),
      ...flags,
    })),
  );
}

const paths = (value: string | string[] | undefined): string[] => (Array.isArray(value) ? value : [value ?? '']);
const join = (a: string, b: string): string =>
  `/${[a, b]
    .flatMap(p => p.split('/'))
    .filter(Boolean)
    .join('/')}`;
