/**
 * Runs test files in the context of their worker instead of one of `node:vm` each. In the latter every use of a global, of
 * `Map` or `Object`, goes through an interceptor and takes 60 times as long; tests of what is meant to be fast took ten times
 * as long as the program itself. What a file sets on the globals or in the environment goes when it ends.
 */
import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/** Each stands for the worker's own context, which `node:vm` has no object for. */
const contexts = new WeakSet();

/** Options without a context mean the present one to `node:vm`. */
function present(options) {
  const { context, parsingContext, ...others } = options ?? {};
  return contexts.has(context ?? parsingContext) ? others : options;
}

const { compileFunction, Script, SourceTextModule, SyntheticModule } = vm;
const { runInContext } = Script.prototype;
Script.prototype.runInContext = function (context, options) {
  return contexts.has(context) ? this.runInThisContext(options) : runInContext.call(this, context, options);
};
vm.compileFunction = (code, parameters, options) => compileFunction(code, parameters, present(options));
vm.SourceTextModule = class extends SourceTextModule {
  constructor(code, options) {
    super(code, present(options));
  }
};
vm.SyntheticModule = class extends SyntheticModule {
  constructor(names, evaluate, options) {
    super(names, evaluate, present(options));
  }
};

const entries = (descriptors) => Reflect.ownKeys(descriptors).map((key) => [key, descriptors[key]]);

/** What the copy of jest-circus that runs a file shares with any other in the same context. */
const eventHandlers = Symbol.for('EVENT_HANDLERS');

export default class OneContext extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.own = { global: this.global, context: this.context };
    this.before = {
      globals: Object.getOwnPropertyDescriptors(globalThis),
      env: { ...process.env },
      exitCode: process.exitCode,
    };
    delete globalThis[eventHandlers];
    this.global = globalThis;
    this.context = {};
    contexts.add(this.context);
  }

  async teardown() {
    const { globals, env, exitCode } = this.before;
    for (const [key, { configurable }] of entries(Object.getOwnPropertyDescriptors(globalThis)))
      if (configurable && !Object.hasOwn(globals, key)) delete globalThis[key];
    for (const [key, before] of entries(globals))
      if (before.configurable && 'value' in before) Object.defineProperty(globalThis, key, before);
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
    process.exitCode = exitCode;
    Object.assign(this, this.own);
    await super.teardown();
  }
}
