/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Writes src/signals/inventory/generated/*.ts from the .proto files beside this
// script: for each message its type, a reader of the wire format and a reader
// of the JSON form, both of which give the very same values.
// `node generateReaders.mjs --check` only tells whether they are up to date.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import protobuf from 'protobufjs';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../../src/signals/inventory/generated');

/** Messages with a form of their own in JSON: read as plain values. */
const scalars = {
  '.k8s.io.apimachinery.pkg.api.resource.Quantity': 'Quantity',
  '.k8s.io.apimachinery.pkg.apis.meta.v1.Time': 'Time',
  '.k8s.io.apimachinery.pkg.util.intstr.IntOrString': 'IntOrString',
};
const builtIn = {
  string: 'String',
  bool: 'Bool',
  bytes: 'Bytes',
  int32: 'Int',
  int64: 'Int',
};
const typeOf = {
  String: 'string',
  Bool: 'boolean',
  Bytes: 'Uint8Array',
  Int: 'number',
  Quantity: 'string',
  Time: 'number',
  IntOrString: 'string',
};
/** Not read as objects: the envelope and the plain values above. */
const handWritten = new Set([
  'runtime.proto',
  'resource.proto',
  'intstr.proto',
]);
const lengthDelimited = 2;

const moduleName = file =>
  file.replace(/_v1\.proto$/, 'V1').replace(/\.proto$/, '');

const files = (await readdir(here)).filter(name => name.endsWith('.proto'));
const root = new protobuf.Root();
root.resolvePath = (_origin, name) => join(here, basename(name));
await root.load(
  files.map(name => join(here, name)),
  { keepCase: true, alternateCommentMode: true },
);
root.resolveAll();

function messagesOf(namespace) {
  return namespace.nestedArray.flatMap(nested =>
    nested instanceof protobuf.Type ? [nested] : messagesOf(nested),
  );
}

const all = messagesOf(root);
const fileOf = message => message.filename.split('/').pop();

/** How one field is read: kind of value, module it comes from, keys that a map keeps; the comments `only:` and `embedded` count. */
function describe(field) {
  const resolved = field.resolvedType;
  const scalar = resolved ? scalars[resolved.fullName] : builtIn[field.type];
  if (!resolved && !scalar) {
    throw new Error(`${field.fullName}: no reader for the type ${field.type}`);
  }
  const only = /^only: (.+)$/m.exec(field.comment ?? '')?.[1].split(' ');
  return {
    field,
    name: field.name,
    json: field.options?.json_name ?? field.name,
    scalar,
    message: scalar ? undefined : resolved,
    type: scalar ? typeOf[scalar] : resolved.name,
    only,
    embedded: /^embedded/m.test(field.comment ?? ''),
    wireType:
      resolved || field.type === 'string' || field.type === 'bytes'
        ? lengthDelimited
        : 0,
  };
}

function fieldType({ field, type }) {
  if (field.map) return `Record<string, ${type}>`;
  return field.repeated ? `${type}[]` : type;
}

const allowed = f => `${f.field.parent.name}_${f.name}_keys`;

function readerCase(f) {
  const { field, name, scalar, message } = f;
  const tag = field.map ? lengthDelimited : f.wireType;
  const value = scalar
    ? `r.read${scalar}()`
    : `read${message.name}(r, r.enter())`;
  const label = `case ${field.id * 8 + tag}:`;
  if (field.map) {
    const keys = f.only ? allowed(f) : 'undefined';
    return `${label} r.readEntry((m.${name} ??= {}), ${keys}, ${
      scalar === 'Quantity'
    }); break;`;
  }
  return field.repeated
    ? `${label} (m.${name} ??= []).push(${value}); break;`
    : `${label} m.${name} = ${value}; break;`;
}

function pickValue(f) {
  const { field, scalar, message, json } = f;
  const one = scalar ? `json${scalar}` : `pick${message.name}`;
  const source = `o[${JSON.stringify(json)}]`;
  if (field.map) {
    const keys = f.only ? `, ${allowed(f)}` : '';
    return `jsonMap(${source}, ${one}${keys})`;
  }
  if (f.embedded) return `${one}(o)`;
  if (field.repeated) return `jsonList(${source}, ${one})`;
  return scalar ? `${one}(${source})` : `jsonMessage(${source}, ${one})`;
}

function emitMessage(message) {
  const fields = message.fieldsArray.map(describe);
  const { name } = message;
  return `
    ${fields
      .filter(f => f.only)
      .map(
        f =>
          `const ${allowed(f)}: ReadonlySet<string> = new Set(${JSON.stringify(
            f.only,
          )});`,
      )
      .join('\n')}
    export interface ${name} {
      ${fields.map(f => `${f.name}: ${fieldType(f)} | undefined;`).join('\n')}
    }
    export function read${name}(r: WireReader, end: number): ${name} {
      const m: ${name} = { ${fields
    .map(f => `${f.name}: undefined`)
    .join(', ')} };
      while (r.position < end) {
        const tag = r.readTag();
        switch (tag) {
          ${fields.map(readerCase).join('\n')}
          default: r.skip(tag);
        }
      }
      r.leave(end);
      return m;
    }
    export function pick${name}(value: unknown): ${name} {
      const o = jsonObject(value);
      return { ${fields.map(f => `${f.name}: ${pickValue(f)}`).join(', ')} };
    }`;
}

function emitFile(file) {
  const messages = all.filter(
    message =>
      fileOf(message) === file &&
      !message.name.endsWith('List') &&
      !scalars[message.fullName],
  );
  const body = messages.map(emitMessage).join('\n');
  const imported = new Map();
  for (const { message } of messages.flatMap(m =>
    m.fieldsArray.map(describe),
  )) {
    if (!message || fileOf(message) === file) continue;
    const names = imported.get(fileOf(message)) ?? new Set();
    names.add(message.name);
    imported.set(fileOf(message), names);
  }
  const helpers = [...new Set(body.match(/\bjson[A-Z]\w*/g))].sort();
  const imports = [...imported].sort().map(([from, names]) => {
    const symbols = [...names].sort().flatMap(n => [n, `pick${n}`, `read${n}`]);
    return `import { ${symbols.join(', ')} } from './${moduleName(from)}';`;
  });
  const [first] = messages;
  return prettier.format(
    `/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// Generated from proto/kubernetes/${file} by generateReaders.mjs: do not edit.
// Messages of ${first.parent.fullName.slice(1)}, trimmed.
import type { WireReader } from '../../../protobuf/wireReader';
import { ${helpers.join(', ')} } from '../../../protobuf/jsonValues';
${imports.join('\n')}
${body}`,
    { ...config, parser: 'typescript' },
  );
}

const config = JSON.parse(
  await readFile(
    fileURLToPath(import.meta.resolve('@backstage/cli/config/prettier.json')),
    'utf8',
  ),
);
const check = process.argv.includes('--check');
await mkdir(target, { recursive: true });
for (const file of files.filter(name => !handWritten.has(name))) {
  const path = join(target, `${moduleName(file)}.ts`);
  const wanted = await emitFile(file);
  if (!check) {
    await writeFile(path, wanted);
  } else if ((await readFile(path, 'utf8').catch(() => '')) !== wanted) {
    console.error(
      `${path} is not what ${file} gives. Run node proto/kubernetes/generateReaders.mjs.`,
    );
    process.exitCode = 1;
  }
}
