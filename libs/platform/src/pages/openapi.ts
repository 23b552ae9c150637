import { type NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** Serves the description of the API at `/api/openapi.json`; it is made at the first request and kept. */
export function setupOpenApi(app: NestExpressApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api', app, () => (document ??= describeApi(app)), { ui: false, raw: ['json'], jsonDocumentUrl: 'api/openapi.json' });
}

/** Only what lies under `/api/`: pages are for people and move as they need. */
export function describeApi(app: NestExpressApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Waymark')
    .setDescription(
      'Missions, targets, figures, judgements, alerts and returns, as on the public pages. Reading what is published needs no key; handing in figures needs a bearer token, which an administrator makes (`token add`). Lists come in pages by cursor, ' +
        'answers carry an ETag, errors are RFC 9457 problems. Figures under the Open Government Licence v3.0; computed verdicts are not official statistics.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A token with scopes, made by `token add`; it begins with wm_' })
    .setLicense('Open Government Licence v3.0', 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/')
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}` });
  const paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => path.startsWith('/api/')));
  for (const { post } of Object.values(paths)) if (post?.requestBody && 'content' in post.requestBody) describeRawBodies(post.requestBody.content);
  return { ...document, paths, components: { ...document.components, schemas: schemasOf(paths, document.components?.schemas ?? {}) } };
}

type Content = Extract<NonNullable<NonNullable<OpenAPIObject['paths'][string]['post']>['requestBody']>, { content: unknown }>['content'];

/** Of a route that takes a form with a file or the file itself: what is no form has no fields, whatever the decorators say. */
function describeRawBodies(content: Content): void {
  if (!content['multipart/form-data']) return;
  for (const type of Object.keys(content)) if (type !== 'multipart/form-data') content[type] = { schema: { type: 'string', format: 'binary' } };
}

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** The schemas that the paths speak of, and those that these speak of; the forms of pages are none of them. */
function schemasOf(paths: OpenAPIObject['paths'], all: Schemas): Schemas {
  const used = new Set<string>();
  const follow = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(JSON.stringify(all[name]));
    }
  };
  follow(JSON.stringify(paths));
  return Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name)));
}
