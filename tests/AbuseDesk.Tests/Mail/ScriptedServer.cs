using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace AbuseDesk.Tests.Mail;

/// <summary>An SMTP server that misbehaves as told. A command is "EHLO", "MAIL", "RCPT", "DATA", "TEXT" (once its head is in), "." (its end).</summary>
/// <param name="answer">The answer to a command; null hangs up, "" says nothing.</param>
/// <param name="certificate">Shown after a STARTTLS that was answered kindly.</param>
internal sealed class ScriptedServer(Func<string, string?> answer, X509Certificate2? certificate = null) : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();

    /// <summary>What it was told, in order, outside of texts.</summary>
    public ConcurrentQueue<string> Commands { get; } = [];

    /// <summary>Of every text that began to come in.</summary>
    public ConcurrentQueue<string> MessageIds { get; } = [];

    public string Start()
    {
        listener.Start();
        _ = Task.Run(ServeAsync);
        return $"smtp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}?tls=none";
    }

    /// <summary>What a server says that means well.</summary>
    public static string Kindly(string command) => command switch
    {
        "EHLO" => "250-here\r\n250 8BITMIME",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        _ => "250 fine",
    };

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(stop.Token);
            _ = Task.Run(() => TalkAsync(client));
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var talking = client;
        try
        {
            await TalkAsync(client.GetStream());
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // the other side hung up, or did not trust us
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await SayAsync(stream, "220 here");
        var (text, begun) = (false, false);
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            if (text && line != ".")
            {
                if (line.StartsWith("Message-Id: <", StringComparison.OrdinalIgnoreCase)) MessageIds.Enqueue(line[13..^1]);
                if (begun || line.Length > 0) continue;
                begun = true;
                if (answer("TEXT") is null) return;
                continue;
            }

            begun = false;
            var command = text ? "." : line.Split(' ')[0].ToUpperInvariant();
            if (!text) Commands.Enqueue(command);
            if (answer(command) is not { } said) return;
            text = command == "DATA" && said.StartsWith('3');
            if (said.Length > 0) await SayAsync(stream, said);
            if (command == "STARTTLS" && certificate is not null)
            {
                await using var secure = new SslStream(stream);
                await secure.AuthenticateAsServerAsync(certificate);
                await TalkAsync(secure);
                return;
            }
        }
    }

    private async Task SayAsync(Stream stream, string line) => await stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"), stop.Token);
}
