import * as z from 'zod';

const kind = z.enum(['string', 'integer', 'boolean', 'array', 'object', 'null']);

/** As much of JSON Schema as the catalogue of events uses and this page has words for. */
const schema = z.object({
  type: z.union([kind, z.array(kind)]).optional(),
  enum: z.array(z.string()).optional(),
  pattern: z.string().optional(),
  format: z.enum(['date']).optional(),
  minimum: z.number().optional(),
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
});
type Schema = z.infer<typeof schema>;

const formats = { date: 'a day (YYYY-MM-DD)' } as const;

/** What the patterns of the catalogue mean. */
const patterns: Record<string, string> = {
  '^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$': 'an id',
  '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$': 'a language (BCP 47), such as `es` or `pt-BR`',
  '^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$': 'a UUID',
  '^[0-9a-f]{64}$': '32 bytes in hex',
  '^[0-9a-f]{8}$': '4 bytes in hex',
  '^[a-z][a-z0-9-]{0,63}$': 'a code: a word in lower case',
  '^[a-z][A-Za-z]{0,31}$': 'the name of a setting',
  '^[A-Za-z0-9:,_.-]{1,200}$': 'the value of a setting: numbers, codes, ids, times of day',
  '^(?:[01]\\d|2[0-3]):[0-5]\\d–(?:[01]\\d|2[0-3]):[0-5]\\d$': 'a shift, such as `07:00–15:00`',
};

interface Field {
  name: string;
  holds: string;
}

/**
 * What each field of an object holds, in words; the fields of an object in it stand after it, by their path. Throws
 * where a field is of a form that has no words here.
 */
export const fieldsOf = (path: string, object: z.ZodType): Field[] =>
  fields(path, schema.parse(z.toJSONSchema(object)));

const fields = (path: string, { properties = {}, required = [] }: Schema): Field[] =>
  Object.entries(properties).flatMap(([key, field]) => {
    const name = `${path}.${key}`;
    const holds = `${inWords(field, name)}${required.includes(key) ? '' : '; may be missing'}`;
    return [{ name, holds }, ...[field, ...(field.anyOf ?? [])].flatMap((one) => fields(name, one))];
  });

const inWords = (field: Schema, name: string): string => {
  const { type } = field;
  const forms = Array.isArray(type) ? type.map((one) => ({ ...field, type: one })) : field.anyOf;
  if (forms !== undefined) return forms.map((one) => inWords(one, name)).join(', or ');
  switch (type) {
    case 'null':
      return '`null`';
    case 'boolean':
      return '`true` or `false`';
    case 'integer':
      return (field.minimum ?? -1) < 0 ? 'a whole number' : `a whole number from ${field.minimum} on`;
    case 'object':
      return 'an object with the fields below';
    case 'array':
      return `a list${field.minItems === 1 ? ', not empty' : ''}; each is ${inWords(field.items ?? {}, name)}`;
    default:
      return textInWords(field, name);
  }
};

const textInWords = ({ enum: words, pattern = '', format }: Schema, name: string): string => {
  if (words !== undefined) return words.map((word) => `\`${word}\``).join(' · ');
  const meaning = format === undefined ? patterns[pattern] : formats[format];
  if (meaning === undefined) throw new Error(`The page of log events has no words for ${name}`);
  return meaning;
};
