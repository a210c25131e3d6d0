// In this order, before any test: else the CommonJS packages that require NestJS meet it half loaded, in a cycle.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
