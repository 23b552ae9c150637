import { type NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** Serves the description of the API at `/api/openapi.json`. */
export function setupOpenApi(app: NestExpressApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Waymark')
    .setDescription('Missions, targets, figures, judgements and alerts. Figures under the Open Government Licence v3.0.')
    .setVersion('1')
    .build();
  SwaggerModule.setup('api', app, () => SwaggerModule.createDocument(app, config), { ui: false, raw: ['json'], jsonDocumentUrl: 'api/openapi.json' });
}
