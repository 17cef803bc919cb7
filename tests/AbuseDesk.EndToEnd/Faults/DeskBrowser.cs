using System.Net;
using System.Text.RegularExpressions;

namespace AbuseDesk.EndToEnd.Faults;

/// <summary>Somebody who is signed in at a node, without a real browser. What fails because the node dies is told as false.</summary>
internal sealed partial class DeskBrowser : IDisposable
{
    private readonly HttpClient http;

    public DeskBrowser(Uri address)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public async Task SignInAsync(string login, string password)
    {
        using var answer = await PostAsync("/sign-in", "/sign-in", ("login", login), ("password", password), ("returnUrl", ""));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), "signing in");
    }

    public Task<HttpResponseMessage> GetAsync(string page) => http.GetAsync(new Uri(page, UriKind.Relative));

    /// <summary>Presses Send on a notice's page.</summary>
    public async Task<bool> SendAsync(string login, string password, string notice)
    {
        try
        {
            await SignInAsync(login, password);
            using var answer = await PostAsync($"/notices/{notice}?handler=Send", $"/notices/{notice}", ("seen", "1"));
            return answer.StatusCode == HttpStatusCode.Redirect;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or AssertionException)
        {
            return false;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string target, string page, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await http.GetStringAsync(new Uri(page, UriKind.Relative))).Groups[1].Value;
        var form = fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var content = new FormUrlEncodedContent(form);
        return await http.PostAsync(new Uri(target, UriKind.Relative), content);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
