import fc from 'fast-check';
import * as z from 'zod';
import type { Json } from '../../../core/log/canonical-json.ts';
import { deviceEvents } from '../../../core/log/device-events.ts';
import { sessionEvents } from '../../../core/session/events.ts';

const plainType = z.enum(['string', 'integer', 'boolean', 'array', 'object', 'null']);

/** As much of JSON Schema as the catalogue of events uses; anything else in it fails the tests. */
const schema = z.strictObject({
  $schema: z.string().optional(),
  type: z.union([plainType, z.array(plainType)]).optional(),
  enum: z.array(z.string()).optional(),
  pattern: z.string().optional(),
  format: z.enum(['date', 'uuid']).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  get items() {
    return schema.optional();
  },
  get anyOf() {
    return z.array(schema).optional();
  },
  get properties() {
    return z.record(z.string(), schema).optional();
  },
  required: z.array(z.string()).optional(),
  additionalProperties: z.literal(false).optional(),
});
export type Schema = z.infer<typeof schema>;

const read = (of: z.ZodType): Schema => schema.parse(z.toJSONSchema(of));

/** Every event there is, with the form of its ids and data. */
export const catalogue = Object.entries({ ...sessionEvents, ...deviceEvents }).map(([type, event]) => ({
  type,
  by: event.by[0],
  ids: read(event.ids),
  data: read(event.data),
}));

/** Anything that a schema admits. */
export const anyOfSchema = (of: Schema): fc.Arbitrary<Json> => {
  if (Array.isArray(of.type)) return fc.oneof(...of.type.map((type) => anyOfSchema({ ...of, type })));
  if (of.anyOf) return fc.oneof(...of.anyOf.map(anyOfSchema));
  if (of.enum) return fc.constantFrom(...of.enum);
  switch (of.type) {
    case 'string':
      if (of.format === 'date')
        return fc.date({ noInvalidDate: true, ...years }).map((day) => day.toISOString().slice(0, 10));
      return fc.stringMatching(new RegExp(of.pattern ?? ''));
    case 'integer':
      return fc.integer({ min: Math.max(of.minimum ?? 0, -1e9), max: Math.min(of.maximum ?? 0, 1e9) });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(anyOfSchema(of.items ?? {}), { minLength: of.minItems ?? 0, maxLength: 4 });
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(of.properties ?? {}).map(([key, member]) => [key, anyOfSchema(member)]),
        ),
        { noNullPrototype: true, requiredKeys: of.required ?? [] },
      );
    default:
      return fc.constant(null);
  }
};

const years = { min: new Date('2000-01-01'), max: new Date('2099-12-31') };

/** Every text in a schema, by where it is. */
export const textsIn = (of: Schema, path = ''): { path: string; schema: Schema }[] => [
  ...(of.type === 'string' ? [{ path, schema: of }] : []),
  ...(of.anyOf ?? []).flatMap((one) => textsIn(one, path)),
  ...(of.items ? textsIn(of.items, `${path}[]`) : []),
  ...Object.entries(of.properties ?? {}).flatMap(([key, member]) => textsIn(member, `${path}.${key}`)),
];
