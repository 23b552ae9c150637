import { Controller, Get, Header, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

/** The yardstick: Nest as it comes, and one handler that sends bytes which are there already. */
const [, , source = '', port = '0'] = process.argv;
const page = await (await fetch(source)).text();

@Controller()
class BarePageController {
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(): string {
    return page;
  }
}

@Module({ controllers: [BarePageController] })
class BarePageModule {}

const app = await NestFactory.create(BarePageModule, { logger: false });
await app.listen(Number(port), '127.0.0.1');
process.stdout.write('listening\n');
