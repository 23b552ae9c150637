import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const FEATURES = 'libs/features/src';

/** A class with what its decorators say of the command line, before it is known what stands below what. */
interface Found {
  readonly name: string | undefined;
  readonly isTop: boolean;
  readonly subCommands: readonly string[];
  readonly options: readonly string[];
  readonly parent: string | undefined;
}

/**
 * Every command by its full name (`import observations`) with its options as they are typed, read from the decorators in the
 * sources: nest-commander itself cannot be loaded under Jest.
 */
export function knownCommands(): Map<string, ReadonlySet<string>> {
  const classes = new Map<string, Found>();
  const files = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' }).filter((path) => /^[^/]+\/cli\/[^/]+\.ts$/.test(path));
  for (const path of files.map((file) => join(FEATURES, file))) {
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
    for (const statement of source.statements) if (ts.isClassDeclaration(statement) && statement.name) classes.set(statement.name.text, foundIn(statement, source));
  }
  const commands = new Map<string, ReadonlySet<string>>();
  const add = (found: Found | undefined, before: string): void => {
    if (found?.name === undefined) return;
    const name = `${before}${found.name}`;
    commands.set(name, new Set(optionsOf(found, classes)));
    for (const sub of found.subCommands) add(classes.get(sub), `${name} `);
  };
  for (const found of classes.values()) if (found.isTop) add(found, '');
  return commands;
}

function foundIn(declaration: ts.ClassDeclaration, source: ts.SourceFile): Found {
  const top = argumentOf(declaration, 'Command', source);
  const given = top ?? argumentOf(declaration, 'SubCommand', source);
  return {
    name: given && /\bname: '([^']+)'/.exec(given)?.[1],
    isTop: top !== undefined,
    subCommands: listed(given ?? '', /\bsubCommands: (\[[^\]]*\]|\w+)/, source).match(/\b[A-Z]\w*Command\b/g) ?? [],
    options: declaration.members.flatMap((member) => argumentOf(member, 'Option', source)?.match(/\bflags: '[^']*'/)?.[0].match(/--[\w-]+/g) ?? []),
    parent: declaration.heritageClauses?.[0]?.types[0]?.expression.getText(source),
  };
}

/** The list that a text gives, in place or by the name of a constant of the same file. */
function listed(given: string, pattern: RegExp, source: ts.SourceFile): string {
  const list = pattern.exec(given)?.[1] ?? '';
  return /^\w+$/.test(list) ? (new RegExp(`\\bconst ${list}\\b[^=]*= (\\[[^\\]]*\\])`).exec(source.text)?.[1] ?? '') : list;
}

function optionsOf(found: Found, classes: ReadonlyMap<string, Found>): string[] {
  const parent = classes.get(found.parent ?? '');
  return [...found.options, ...(parent ? optionsOf(parent, classes) : [])];
}

/** What stands between the brackets of a decorator, as it is written. */
function argumentOf(node: ts.ClassDeclaration | ts.ClassElement, decorator: string, source: ts.SourceFile): string | undefined {
  const calls = (ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []).map(({ expression }) => expression).filter(ts.isCallExpression);
  return calls.find(({ expression }) => expression.getText(source) === decorator)?.arguments[0]?.getText(source);
}
