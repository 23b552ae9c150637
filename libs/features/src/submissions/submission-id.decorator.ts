import { Param, ParseUUIDPipe } from '@nestjs/common';

/** The submission's id in an address; anything that is none leads to "Page not found". */
export const SubmissionId = (): ParameterDecorator => Param('id', new ParseUUIDPipe({ errorHttpStatusCode: 404 }));
