import { chromium } from '@playwright/test';
import encodeQR from 'qr';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--use-fake-ui-for-media-stream','--use-fake-device-for-media-stream'] });
const base='301000000000000'+'1'; const check=String(BigInt(base)%93n).padStart(2,'0'); const number=base+check;
const gif = (text, scale=6) => ({ name: 'q.gif', mimeType: 'image/gif', buffer: Buffer.from(encodeQR(text,'gif',{scale})) });
for (const [locale, width, scheme] of [['it',360,'light'],['ar',360,'dark'],['de',1280,'light']]) {
  const ctx = await browser.newContext({ viewport:{width, height: 800}, colorScheme: scheme });
  const page = await ctx.newPage();
  page.on('console', m => console.log('console', m.type(), m.text()));
  page.on('pageerror', e => console.log('pageerror', e.message));
  const p = locale==='it'?'/paga/':`/${locale}/paga/`;
  await page.goto('http://localhost:4455'+p, {waitUntil:'networkidle'});
  await page.screenshot({ path:`/tmp/paytry/${locale}-start.png`, fullPage:true });
  await page.locator('#notice-number').pressSequentially('3010 0000');
  await page.locator('#ente-code').fill('00221900020');
  await page.locator('pay-notice [type=submit]').click();
  await page.screenshot({ path:`/tmp/paytry/${locale}-errors.png`, fullPage:true });
  console.log(await page.evaluate(()=>document.activeElement.className), await page.locator('.pay-errors').innerText());
  await page.locator('#pay-photo').setInputFiles(gif(`PAGOPA|002|${number}|00221900020|12750`));
  await page.locator('.pay-outcome').filter({hasText: /./}).waitFor();
  await page.waitForTimeout(1500);
  console.log(await page.locator('.pay-outcome').innerText(), '|', await page.locator('pay-notice [type=submit]').innerText(), '|', await page.locator('#notice-number').inputValue());
  await page.screenshot({ path:`/tmp/paytry/${locale}-read.png`, fullPage:true });
  for (const [t,s] of [['https://pagopa.it.example.com/x',6],['BCD\n002\n1\nSCT',6],['WIFI:x',1],['ciao',1]]) {
    await page.locator('#pay-photo').setInputFiles(gif(t,s)); await page.waitForTimeout(700);
    console.log(t.slice(0,5), await page.locator('.pay-outcome').innerText());
  }
  await page.locator('#pay-photo').setInputFiles({name:'x.png',mimeType:'image/png',buffer:Buffer.from('no')}); await page.waitForTimeout(300);
  console.log(await page.locator('.pay-outcome').innerText());
  // camera
  await page.locator('.pay-open-camera').click(); await page.waitForTimeout(2500);
  console.log('camera:', await page.locator('.pay-seen').innerText(), await page.evaluate(()=>document.querySelector('video').srcObject?.active));
  await page.screenshot({ path:`/tmp/paytry/${locale}-camera.png` });
  await page.evaluate(()=>{ window.__s = document.querySelector('video').srcObject; });
  await page.keyboard.press('Escape'); await page.waitForTimeout(300);
  console.log('after escape', await page.evaluate(()=>[window.__s.active, document.querySelector('dialog').open, document.activeElement.className]));
  await page.goto('http://localhost:4455'+p+'avvisi-falsi/', {waitUntil:'networkidle'});
  await page.screenshot({ path:`/tmp/paytry/${locale}-fraud.png`, fullPage:true });
  await ctx.close();
}
await browser.close();
