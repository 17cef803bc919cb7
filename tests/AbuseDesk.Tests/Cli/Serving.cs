using System.Net;
using System.Net.Sockets;

namespace AbuseDesk.Tests.Cli;

[NonParallelizable]
public sealed class Serving : CliTest
{
    [Test]
    public async Task A_port_that_is_taken_is_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (said, logged) = await ServeAsync($"http://{taken.LocalEndpoint}");

        Assert.That(said.ExitCode, Is.EqualTo(1));
        Assert.That(said.Error.TrimEnd().Split('\n'), Has.Length.EqualTo(1));
        Assert.That(said.Error, Does.Contain(taken.LocalEndpoint.ToString()).And.Contain("--urls"));
        Assert.That(logged, Is.Empty);
    }

    [TestCase("banana")]
    [TestCase("127.0.0.1:5080")]
    [TestCase("ftp://127.0.0.1")]
    [TestCase("http://127.0.0.1:99999")]
    [TestCase("http://127.0.0.1:5080/desk")]
    public async Task What_is_no_address_is_a_wrong_command_line(string urls)
    {
        var (said, logged) = await ServeAsync(urls);

        Assert.That((said.ExitCode, logged), Is.EqualTo((2, "")));
        Assert.That(said.Error, Does.StartWith($"“{urls}” is no address to listen on; write it as http://127.0.0.1:5080"));
        Assert.That(Directory.GetFileSystemEntries(Data), Is.Empty);
    }

    [Test]
    public async Task A_new_desk_is_announced()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (said, _) = await ServeAsync($"http://{taken.LocalEndpoint}");
        var (again, _) = await ServeAsync($"http://{taken.LocalEndpoint}");

        Assert.That(said.Output, Does.StartWith($"There was no desk in {Data}: a new one is made there."));
        Assert.That(again.Output, Is.Empty);
    }

    /// <summary>What the command said, and what the host logged beside it.</summary>
    private async Task<(Said Said, string Logged)> ServeAsync(string urls)
    {
        var error = Console.Error;
        using var logged = new StringWriter();
        Console.SetError(logged);
        try
        {
            return (await RunAsync("serve", "--urls", urls), logged.ToString());
        }
        finally
        {
            Console.SetError(error);
        }
    }
}
