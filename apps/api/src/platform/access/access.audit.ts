import { Injectable, RequestMethod, type OnModuleInit, type Type } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS, IDEMPOTENT, VERSIONED, type AccessRule } from './access.decorator.js';
import { ANSWERS, UPLOADS, type Answer, type Upload } from './answers.decorator.js';
import { inputsOf, namedOf, type Input, type Named } from './riferimenti.js';

export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  readonly rule: AccessRule | undefined;
  readonly idempotent: boolean;
  readonly versioned: boolean;
  /** What it reads of the body and of the query. */
  readonly inputs: readonly Input[];
  /** What it reads by name of the path and of the headers. */
  readonly named: readonly Named[];
  readonly upload: Upload | undefined;
  readonly answer: Answer | undefined;
  /** Of the answer, when it does not refuse. */
  readonly status: number;
}

/** Walks every controller at start: a route that does not declare its access and its answer stops the process, naming itself. */
@Injectable()
export class AccessAudit implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const routes = this.routes();
    demand(
      'Access',
      routes.filter(route => route.rule === undefined),
    );
    demand(
      'The answer',
      routes.filter(route => route.answer === undefined),
    );
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

function demand(what: string, missing: readonly DeclaredRoute[]): void {
  if (missing.length > 0) throw new Error(`${what} is not declared for: ${missing.map(r => r.handler).join(', ')}`);
}

function routesOf(controller: Type<unknown>, prototype: object, name: string, base: string[]): DeclaredRoute[] {
  const handler = (prototype as Record<string, object>)[name];
  if (!handler || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'GET';
  const rule = Reflect.getMetadata(ACCESS, handler) as AccessRule | undefined;
  const declared = {
    idempotent: Reflect.hasMetadata(IDEMPOTENT, handler),
    versioned: Reflect.hasMetadata(VERSIONED, handler),
    upload: Reflect.getMetadata(UPLOADS, handler) as Upload | undefined,
    answer: Reflect.getMetadata(ANSWERS, handler) as Answer | undefined,
    status: (Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ?? (method === 'POST' ? 201 : 200),
    inputs: inputsOf(controller, name),
    named: namedOf(controller, name),
  };
  return base.flatMap(b =>
    paths(Reflect.getMetadata(PATH_METADATA, handler)).map(p => ({
      method,
      path: join(b, p),
      handler: `${controller.name}.${name}`,
      rule,
      ...declared,
    })),
  );
}

const paths = (value: string | string[] | undefined): string[] => (Array.isArray(value) ? value : [value ?? '']);
const join = (a: string, b: string): string =>
  `/${[a, b]
    .flatMap(p => p.split('/'))
    .filter(Boolean)
    .join('/')}`;
