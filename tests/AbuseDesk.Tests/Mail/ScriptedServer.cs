using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AbuseDesk.Tests.Mail;

/// <summary>An SMTP server that misbehaves as told. A command is "EHLO", "MAIL", "RCPT", "DATA", "TEXT" (its first line), "." (its end).</summary>
/// <param name="answer">The answer to a command; null hangs up, "" says nothing.</param>
internal sealed class ScriptedServer(Func<string, string?> answer) : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();

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
        catch (IOException)
        {
            // the other side hung up
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await SayAsync(stream, "220 here");
        var (text, begun) = (false, false);
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            if (text && line != ".")
            {
                if (!begun && answer("TEXT") is null) return;
                begun = true;
                continue;
            }

            begun = false;
            var command = text ? "." : line.Split(' ')[0].ToUpperInvariant();
            if (answer(command) is not { } said) return;
            text = command == "DATA" && said.StartsWith('3');
            if (said.Length > 0) await SayAsync(stream, said);
        }
    }

    private async Task SayAsync(NetworkStream stream, string line) => await stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"), stop.Token);
}
