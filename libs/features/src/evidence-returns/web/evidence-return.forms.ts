import { Transform } from 'class-transformer';
import { IsIn, IsOptional, ValidateIf } from 'class-validator';
import { DELIVERY_RATING_SLUGS, type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { Answer, SeenForm } from '#features/submissions/submission.forms.js';
import { evidenceReturnsWords as words } from '../evidence-returns.words.js';

/** Every section's form: what follows the save. How many words an answer may have, the domain says: see `draftBlockers`. */
export class SectionForm extends SeenForm {
  /** `later` goes back to the overview. */
  @IsOptional()
  @IsIn(['continue', 'later'])
  then?: 'continue' | 'later';
}

export class FiguresForm extends SectionForm {
  @Answer(words.answers.figuresComment)
  figuresComment: string;
}

export class NarrativeForm extends SectionForm {
  @Answer(words.answers.narrative)
  narrative: string;
}

export class RatingForm extends SectionForm {
  /** Null while none is selected. */
  @Transform(({ value }: { value: unknown }) => (value === undefined || value === '' ? null : value))
  @ValidateIf((form: RatingForm) => form.rating !== null)
  @IsIn(DELIVERY_RATING_SLUGS, { message: words.ratingWrong })
  rating: DeliveryRating | null = null;

  @Answer(words.answers.ratingReason)
  ratingReason: string;
}

export class NextStepsForm extends SectionForm {
  @Answer(words.answers.nextSteps)
  nextSteps: string;
}
