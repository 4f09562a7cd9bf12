/** Which browsers work, what was tested, and what an old computer can do. */
export function BrowsersEnglish() {
  return (
    <>
      <h1>Supported browsers</h1>
      <p>Pages are light and do not depend on scripts. These versions show and do everything.</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Browser</th>
            <th scope="col">From version</th>
            <th scope="col">Note</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>Chrome, Edge and others built on Chromium</td>
            <td>105</td>
            <td>In Chinese browsers with two modes, choose the fast one (极速模式)</td>
          </tr>
          <tr>
            <td>Firefox</td>
            <td>121</td>
            <td />
          </tr>
          <tr>
            <td>Safari, also on phones and tablets</td>
            <td>15.4</td>
            <td />
          </tr>
          <tr>
            <td>Internet Explorer, or a compatibility mode</td>
            <td>Not supported</td>
            <td>Pages look broken, and forms may be refused</td>
          </tr>
        </tbody>
      </table>
      <p>
        The versions follow from the style features that the pages use. Only Chromium on Debian was
        tested before release; the others were not tried one by one. If something is wrong, tell
        your administrator.
      </p>
      <h2>On a slow line</h2>
      <p>
        Most pages load their text, one style sheet and one small script; no fonts and no libraries
        from elsewhere. Labs and the lesson editor add a larger script for editing, and also work
        without it. Styles and scripts that were loaded once stay in the browser.
      </p>
      <h2>On an office network</h2>
      <p>Only the address of this platform is needed, and no other site on the internet.</p>
    </>
  )
}
