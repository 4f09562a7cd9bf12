/** 浏览器支持：需要什么版本，测过什么，旧电脑怎么办。 */
export function BrowsersChinese() {
  return (
    <>
      <h1>浏览器支持</h1>
      <p>平台的页面很轻，不依赖脚本。下面的版本能正常显示和使用。</p>
      <table>
        <thead>
          <tr>
            <th scope="col">浏览器</th>
            <th scope="col">最低版本</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>Chrome、Edge，以及用Chromium内核的国产浏览器</td>
            <td>内核105</td>
            <td>国产浏览器请用极速模式；内核版本一般在“关于”页</td>
          </tr>
          <tr>
            <td>Firefox</td>
            <td>121</td>
            <td />
          </tr>
          <tr>
            <td>Safari（含手机和平板）</td>
            <td>15.4</td>
            <td />
          </tr>
          <tr>
            <td>Internet Explorer，或国产浏览器的兼容模式</td>
            <td>不支持</td>
            <td>页面样式会乱，表单也可能被拒绝</td>
          </tr>
        </tbody>
      </table>
      <p>
        最低版本按页面用到的样式功能推算。发布前实际测试的只有Debian上的Chromium，其他浏览器没有逐一测试；遇到问题请告诉管理员。
      </p>
      <h2>网速慢的时候</h2>
      <p>
        一般页面只加载文字、一个样式表和一个小脚本，没有外来的字体和程序库。实验和编写课文的页面另有编辑器脚本，要大一些；关掉脚本也能用。加载过的样式和脚本会留在浏览器里，不重复下载。
      </p>
      <h2>单位网络里的电脑</h2>
      <p>只需要访问本平台这一个地址，不需要访问互联网上的其他网站。</p>
    </>
  )
}
