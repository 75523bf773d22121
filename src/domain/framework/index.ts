export * from './framework-schema';
