import { IsOptional, IsString } from 'class-validator';

/** What goes with a file; its title is the service's to judge. */
export class AddAttachmentForm {
  @IsOptional()
  @IsString({ message: 'Enter a title that says what the file is' })
  title?: string;
}
