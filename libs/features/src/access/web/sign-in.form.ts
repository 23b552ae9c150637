import { IsEmail, IsUUID } from 'class-validator';
import { accessWords } from '../access.words.js';

export class SignInForm {
  @IsEmail({}, { message: accessWords.signIn.emailWrong })
  email: string;
}

export class DemoSignInForm {
  @IsUUID(undefined, { message: 'Select one of the people' })
  person: string;
}
