using System.Net.Sockets;

namespace AbuseDesk.Web.Hosting;

/// <summary>Where the web desk listens, and why it cannot, as one sentence.</summary>
public static class Listening
{
    /// <summary>What is wrong with the addresses; null where they can be tried.</summary>
    /// <param name="urls">One or several, parted by semicolons.</param>
    public static string? Mistake(string urls)
    {
        var wrong = urls.Split(';').FirstOrDefault(url => !IsAddress(url.Trim()));
        return wrong is null ? null : $"“{Shown.Briefly(wrong)}” is no address to listen on; write it as http://127.0.0.1:5080";
    }

    /// <summary>Opens the desk and starts to listen.</summary>
    /// <exception cref="DeskException">The desk cannot be opened, or nobody can listen there.</exception>
    public static async Task ListenAsync(this WebApplication web, CancellationToken cancel = default)
    {
        var urls = web.Configuration["urls"] ?? string.Join(';', web.Urls);
        if (urls.Length > 0 && Mistake(urls) is { } mistake) throw new DeskException(mistake + ".");
        try
        {
            await web.StartAsync(cancel);
        }
        catch (Exception e)
        {
            // the workers were started before the server: they are told to end, and do not complain
            await web.StopAsync(CancellationToken.None);
            if (e is IOException or SocketException or InvalidOperationException)
                throw new DeskException($"The desk cannot listen on {urls} ({e.Message.TrimEnd('.')}); choose another address with --urls.", e);
            throw;
        }
    }

    // Kestrel takes * and + for all addresses of the machine, and unix sockets
    private static bool IsAddress(string url) =>
        url.StartsWith("http://unix:/", StringComparison.Ordinal)
        || (Uri.TryCreate(url.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address.PathAndQuery == "/");
}
