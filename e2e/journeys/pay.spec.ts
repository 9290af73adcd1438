import type { Page } from '@playwright/test';
import encodeQR from 'qr';
import { checkDigitsOf, groupDigits } from '../../src/domain/notice-number.ts';
import { expect, expectAccessible, test } from '../fixtures.ts';
import { words } from '../words.ts';

const t = words('it', 'pay');
const base = '3010000000000001';
const noticeNumber = base + checkDigitsOf(base);
/** An ente of the portal's configuration, and one that is not. */
const ente = { code: '00221900020', name: 'Comune di Biella' };
const unknownEnte = '00488410010';
const code = `PAGOPA|002|${noticeNumber}|${ente.code}|12750`;
const amount = '127,50\u00a0€';

const notice = (page: Page) => page.getByRole('textbox', { name: t('numbers.notice') });
const enteCode = (page: Page) => page.getByRole('textbox', { name: t('numbers.ente') });
const pay = (page: Page) => page.getByRole('button', { name: t('live.pay') });
const payAmount = (page: Page) => page.getByRole('button', { name: t('live.payAmount', { amount }) });
const outcome = (page: Page) => page.locator('.pay-outcome');
const dialog = (page: Page) => page.getByRole('dialog', { name: t('camera.title') });
const choosePicture = (page: Page, buffer: Uint8Array, name = 'avviso.gif', mimeType = 'image/gif') =>
  page.getByLabel(t('code.photo')).setInputFiles({ name, mimeType, buffer: Buffer.from(buffer) });
const picture = (text: string, scale = 6) => encodeQR(text, 'gif', { scale });

/** A photograph of a whole sheet, with these codes side by side, larger than what is looked at. */
async function photograph(page: Page, texts: readonly string[]): Promise<Uint8Array> {
  const codes = texts.map((text) => encodeQR(text, 'raw', { border: 4 }));
  const base64 = await page.evaluate((sheets) => {
    const canvas = document.createElement('canvas');
    canvas.width = 4_800;
    canvas.height = 3_600;
    const context = canvas.getContext('2d');
    if (!context) return '';
    context.fillStyle = '#dde';
    context.fillRect(0, 0, canvas.width, canvas.height);
    sheets.forEach((squares, at) => {
      context.setTransform(12, 1, -1, 12, 600 + at * 1_200, 900);
      squares.forEach((row, y) => {
        row.forEach((dark, x) => {
          context.fillStyle = dark ? '#222' : '#eee';
          context.fillRect(x, y, 1.05, 1.05);
        });
      });
    });
    return canvas.toDataURL('image/jpeg', 0.8).split(',')[1] ?? '';
  }, codes);
  return Buffer.from(base64, 'base64');
}

/** pagoPA's page, which the tests do not visit: the address that it was asked for. */
async function standInForPagoPa(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.route('https://checkout.pagopa.it/**', async (route) => {
    asked.push(route.request().url());
    await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>pagoPA</title>' });
  });
  return asked;
}

test.describe('typed numbers', () => {
  test('are explained as they are typed, and lead to pagoPA with both', async ({ page, announce }) => {
    announce(/^left for https:\/\/checkout\.pagopa\.it\//);
    const asked = await standInForPagoPa(page);
    const requests: string[] = [];
    await page.goto('/paga/');
    // Fonts and the icon come when the browser likes; nothing that could carry what is typed may leave.
    page.on('request', (request) => {
      if (!['font', 'image', 'other'].includes(request.resourceType())) requests.push(request.url());
    });

    await notice(page).pressSequentially('3');
    await expect(notice(page)).toHaveAccessibleDescription(new RegExp(t('live.noticeCurrent')));
    await notice(page).pressSequentially(noticeNumber.slice(1, 16));
    await expect(notice(page)).toHaveAccessibleDescription(new RegExp(t('live.missing', { count: 2 })));
    await notice(page).pressSequentially(noticeNumber.slice(16));
    await expect(notice(page)).toHaveAccessibleDescription(new RegExp(t('live.noticeGood')));
    await enteCode(page).fill(` ${groupDigits(ente.code)} `);
    await expect(enteCode(page)).toHaveAccessibleDescription(new RegExp(ente.name));
    await expect(notice(page)).toHaveValue(groupDigits(noticeNumber));
    expect(requests).toEqual([]);

    await pay(page).click();
    await page.waitForURL('https://checkout.pagopa.it/**');
    expect(asked).toEqual([`https://checkout.pagopa.it/${ente.code}${noticeNumber}`]);
  });

  test('of an ente that the portal does not know can be paid too, with Arabic digits as well', async ({ page, announce }) => {
    announce(/^left for https:\/\/checkout\.pagopa\.it\//);
    const asked = await standInForPagoPa(page);
    await page.goto('/ar/paga/');
    const here = words('ar', 'pay');
    const arabic = noticeNumber.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
    await page.getByRole('textbox', { name: here('numbers.notice') }).fill(arabic);
    await page.getByRole('textbox', { name: here('numbers.ente') }).fill(unknownEnte);
    await expect(page.getByText(here('live.enteUnknown'))).toBeVisible();
    await page.keyboard.press('Enter');
    await page.waitForURL('https://checkout.pagopa.it/**');
    expect(asked).toEqual([`https://checkout.pagopa.it/${unknownEnte}${noticeNumber}`]);
  });

  test('are not spoken at every key, but once one pauses', async ({ page }) => {
    await page.goto('/paga/');
    await notice(page).pressSequentially('30');
    const spoken = page.locator('.pay-spoken');
    await expect(spoken).toHaveText('');
    await expect(spoken).toHaveText(`${t('live.noticeCurrent')} ${t('live.missing', { count: 16 })}`, { timeout: 4_000 });
  });

  test('that are wrong are listed, and each entry leads to its field', async ({ page }) => {
    await page.goto('/paga/');
    await notice(page).fill(`${base}${noticeNumber.endsWith('00') ? '01' : '00'}`);
    await expect(notice(page)).toHaveAttribute('aria-invalid', 'true');
    await enteCode(page).fill('RSSMRA80A01L219M');
    await expect(enteCode(page)).toHaveAccessibleDescription(new RegExp(t('live.entePerson')));
    await pay(page).click();

    const summary = page.getByRole('group', { name: t('numbers.errors') });
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('link')).toHaveText([new RegExp(t('live.noticeCheck')), new RegExp(t('live.entePerson'))]);
    await expectAccessible(page);
    await summary.getByRole('link').nth(1).click();
    await expect(enteCode(page)).toBeFocused();

    await enteCode(page).fill('');
    await notice(page).fill('');
    await pay(page).click();
    await expect(summary.getByRole('link')).toHaveText([new RegExp(t('live.noticeEmpty')), new RegExp(t('live.enteEmpty'))]);
  });

  test('that are hostile stay text', async ({ page }) => {
    await page.goto('/paga/');
    await notice(page).fill('<img src=x onerror=alert(1)>');
    await expect(notice(page)).toHaveAccessibleDescription(new RegExp(t('live.noticeCharacters')));
    await notice(page).fill('3'.repeat(100_000));
    await expect(notice(page)).toHaveAccessibleDescription(new RegExp(t('live.noticeLength')));
    await pay(page).click();
    await expect(page).toHaveURL('/paga/');
  });
});

test.describe('a picture of the QR code', () => {
  test('fills the form, names the ente and tells the amount, until a number is changed', async ({ page, announce }) => {
    announce(/^left for https:\/\/checkout\.pagopa\.it\//);
    const asked = await standInForPagoPa(page);
    await page.goto('/paga/');
    await choosePicture(page, picture(code));
    await expect(outcome(page)).toHaveText(t('live.codeNotice'));
    await expect(notice(page)).toHaveValue(groupDigits(noticeNumber));
    await expect(page.getByText(ente.name)).toBeVisible();
    await expect(page.getByText(t('live.amount', { amount }))).toBeVisible();
    await expect(payAmount(page)).toBeFocused();
    await expectAccessible(page);

    await enteCode(page).fill(unknownEnte);
    await expect(payAmount(page)).toHaveCount(0);
    await enteCode(page).fill(ente.code);
    await payAmount(page).click();
    await page.waitForURL('https://checkout.pagopa.it/**');
    expect(asked).toEqual([`https://checkout.pagopa.it/${ente.code}${noticeNumber}`]);
  });

  test('is read when it is very small', async ({ page }) => {
    await page.goto('/paga/');
    await choosePicture(page, picture(code, 1));
    await expect(outcome(page)).toHaveText(t('live.codeNotice'));
  });

  test('of a whole sheet is read; with the codes of several notices it is asked which', async ({ page }) => {
    await page.goto('/paga/');
    await choosePicture(page, await photograph(page, ['https://example.com/', code]), 'avviso.jpg', 'image/jpeg');
    await expect(outcome(page)).toHaveText(t('live.codeNotice'), { timeout: 10_000 });
    const instalment = `PAGOPA|002|${noticeNumber}|${unknownEnte}|6375`;
    await choosePicture(page, await photograph(page, [code, instalment]), 'avviso.jpg', 'image/jpeg');
    await expect(outcome(page)).toHaveText(t('live.pictureSeveral'), { timeout: 10_000 });
  });

  test('of something else says what it is and what to look for', async ({ page }) => {
    await page.goto('/paga/');
    const lookFor = t('live.codeLookFor');
    await choosePicture(page, picture('https://pagopa.it.example.com/paga'));
    await expect(outcome(page)).toHaveText(`${t('live.codeAddress', { host: 'pagopa.it.example.com' })} ${lookFor}`);
    await choosePicture(page, picture('BCD\n002\n1\nSCT\n\nNessuno\nIT60X0542811101000000123456\nEUR127.5'));
    await expect(outcome(page)).toHaveText(`${t('live.codeTransfer')} ${lookFor}`);
    await choosePicture(page, picture('<b>ciao</b>'));
    await expect(outcome(page)).toHaveText(`${t('live.codeText')} ${lookFor}`);
    await choosePicture(page, picture(`PAGOPA|001|${noticeNumber}`));
    await expect(outcome(page)).toHaveText(t('live.codeDamaged'));
    await expect(notice(page)).toHaveValue('');
  });

  test('whose digits are wrong warns before paying', async ({ page }) => {
    await page.goto('/paga/');
    await choosePicture(page, picture(code.replace(ente.code, '00221900021')));
    await expect(outcome(page)).toHaveText(t('live.codeSuspect'));
    await expect(enteCode(page)).toBeFocused();
    await expect(enteCode(page)).toHaveAttribute('aria-invalid', 'true');
  });

  test('that can not be read says why', async ({ page }) => {
    await page.goto('/paga/');
    await choosePicture(page, Buffer.from('no picture'), 'avviso.png', 'image/png');
    await expect(outcome(page)).toHaveText(t('live.pictureUnreadable'));
    await choosePicture(page, Buffer.from('%PDF-1.7'), 'avviso.pdf', 'application/pdf');
    await expect(outcome(page)).toHaveText(t('live.picturePdf'));
    await page.getByLabel(t('code.photo')).evaluate((input: HTMLInputElement) => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(20_000_001)], 'avviso.png', { type: 'image/png' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change'));
    });
    await expect(outcome(page)).toHaveText(t('live.pictureLarge'));
    const blank = await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 40 } });
    await choosePicture(page, blank, 'avviso.png', 'image/png');
    await expect(outcome(page)).toHaveText(t('live.pictureNothing'), { timeout: 10_000 });
  });

  test('when the reader does not come says so, and the numbers can still be typed', async ({ page, announce }) => {
    announce(/ERR_INTERNET_DISCONNECTED/);
    await page.goto('/paga/');
    await page.context().setOffline(true);
    await choosePicture(page, picture(code));
    await expect(outcome(page)).toHaveText(t('live.readerMissing'));
    await notice(page).fill(noticeNumber);
    await expect(notice(page)).toHaveAccessibleDescription(new RegExp(t('live.noticeGood')));
  });
});

test('a code typed by a hand-held reader fills the form and waits to be looked at', async ({ page }) => {
  await page.goto('/paga/');
  await notice(page).pressSequentially(code);
  await page.keyboard.press('Enter');
  await expect(outcome(page)).toHaveText(t('live.codeNotice'));
  await expect(enteCode(page)).toHaveValue(ente.code);
  await expect(page).toHaveURL('/paga/');
});

/** A camera that shows these squares, drawn again and again as a camera would. */
async function showToCamera(page: Page, text: string): Promise<void> {
  await page.addInitScript((squares: boolean[][]) => {
    const side = 8;
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = squares.length * side;
    const context = canvas.getContext('2d');
    const draw = () =>
      squares.forEach((row, y) =>
        row.forEach((dark, x) => {
          if (!context) return;
          context.fillStyle = dark ? '#000' : '#fff';
          context.fillRect(x * side, y * side, side, side);
        }),
      );
    navigator.mediaDevices.getUserMedia = () => {
      setInterval(draw, 50);
      const stream = canvas.captureStream(20);
      Object.assign(globalThis, { testCamera: stream });
      return Promise.resolve(stream);
    };
  }, encodeQR(text, 'raw', { border: 4 }));
}

const cameraIsOn = (page: Page) =>
  page.evaluate(() => {
    const camera: unknown = Reflect.get(globalThis, 'testCamera');
    return camera instanceof MediaStream && camera.active;
  });

test.describe('the camera', () => {
  test('reads the code, goes off and fills the form', async ({ page }) => {
    await showToCamera(page, code);
    await page.goto('/paga/');
    await page.getByRole('button', { name: t('code.camera') }).click();
    await expect(outcome(page)).toHaveText(t('live.codeNotice'));
    await expect(dialog(page)).toBeHidden();
    expect(await cameraIsOn(page)).toBe(false);
    await expect(payAmount(page)).toBeFocused();
  });

  test('says what else it sees and goes on looking, until Escape or the button switches it off', async ({ page }) => {
    await showToCamera(page, 'https://example.com/');
    await page.goto('/paga/');
    const open = page.getByRole('button', { name: t('code.camera') });
    const closings = [() => page.keyboard.press('Escape'), () => page.getByRole('button', { name: t('camera.close') }).click()];
    for (const close of closings) {
      await open.click();
      await expect(dialog(page).getByRole('status')).toHaveText(new RegExp(t('live.codeAddress', { host: 'example.com' }).replaceAll(/[()]/g, '\\$&')));
      expect(await cameraIsOn(page)).toBe(true);
      await expectAccessible(page, 'dialog');
      await close();
      await expect(dialog(page)).toBeHidden();
      await expect.poll(() => cameraIsOn(page)).toBe(false);
      await expect(open).toBeFocused();
    }
  });

  const refusals = [
    ['NotAllowedError', 'cameraRefused'],
    ['NotFoundError', 'cameraMissing'],
    ['NotReadableError', 'cameraBusy'],
  ] as const;
  for (const [name, key] of refusals) {
    test(`says it in plain words when it can not be used: ${name}`, async ({ page }) => {
      await page.addInitScript((error) => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', error));
      }, name);
      await page.goto('/paga/');
      await page.getByRole('button', { name: t('code.camera') }).click();
      await expect(outcome(page)).toHaveText(t(`live.${key}`));
      await expect(dialog(page)).toBeHidden();
    });
  }

  test('is not to be had on a page without a secure connection', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'isSecureContext', { value: false });
      Reflect.deleteProperty(Navigator.prototype, 'mediaDevices');
    });
    await page.goto('/paga/');
    await page.getByRole('button', { name: t('code.camera') }).click();
    await expect(outcome(page)).toHaveText(t('live.cameraInsecure'));
  });
});

test('the page on false notices leads to the reader of codes, to the police and to the index of public bodies', async ({ page }) => {
  await page.goto('/paga/');
  await page.getByRole('link', { name: t('where.doubtLink') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('fraud.title'));
  await expect(page.getByRole('link', { name: t('fraud.after.policeLink') })).toHaveAttribute('href', 'https://www.commissariatodips.it/');
  await page.getByRole('link', { name: t('fraud.true.readLink') }).click();
  await expect(page).toHaveURL('/paga/');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page guides to pagoPA and shows no form that does not work', async ({ page }) => {
    await page.goto('/paga/');
    await expect(pay(page)).toBeHidden();
    await expect(page.getByRole('link', { name: t('direct.link', { host: 'checkout.pagopa.it' }) })).toHaveAttribute('href', 'https://checkout.pagopa.it/');
    await expect(page.getByText(t('where.ente'))).toBeVisible();
  });
});
