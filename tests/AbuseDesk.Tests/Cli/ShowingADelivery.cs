using AbuseDesk.Tests.Database;
using AbuseDesk.Tests.Mail;

namespace AbuseDesk.Tests.Cli;

public sealed class ShowingADelivery(Engine engine) : EngineCliTest(engine)
{
    [Test]
    public async Task A_notice_that_failed_is_told_by_mail_deliver_notices_show_and_cases_show()
    {
        await OpenADeskAsync();
        await FileAsync("https://perch.example/p/1");
        var caseRef = (await DoAsync("ines", "cases", "list", "--json")).Json.GetProperty("cases")[0].GetProperty("ref").GetString()!;
        var reference = (await DoAsync("ines", "notices", "draft", "--case", caseRef, "--kind", "forwarding", "--act-by", "2031-01-06T12:00", "--json")).Json.GetProperty("ref").GetString()!;
        await DoAsync("ines", "notices", "send", reference);
        using var server = new ScriptedServer(command => command == "RCPT" ? "550 5.1.1 no such mailbox" : ScriptedServer.Kindly(command));
        Environment.SetEnvironmentVariable("ABUSEDESK_MAIL", server.Start());
        try
        {
            var delivered = await RunAsync("mail", "deliver");
            Assert.That(delivered.Output, Does.Contain("1 failed. 1 notice did not reach somebody"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("ABUSEDESK_MAIL", null);
        }

        var shown = await DoAsync("ines", "notices", "show", reference);
        Assert.That(shown.Output, Does.Contain("ALARM  It did not reach abuse@perch.example: 550 5.1.1 no such mailbox"));
        var ofCase = await DoAsync("ines", "cases", "show", caseRef);
        Assert.That(ofCase.Output, Does.Contain($"ALARM     {reference} did not reach abuse@perch.example"));
        Assert.That((await RunAsync("notices", "resend", reference, "--as", "ines")).Error, Does.Contain("Contact abuse@perch.example bounced on"));
        await DoAsync("ines", "customers", "confirm", "A-1042", "--email", "abuse@perch.example", "--reason", "Odile called");
        Assert.That((await DoAsync("ines", "notices", "resend", reference)).Output, Does.Contain($"{reference} goes again to abuse@perch.example"));
    }
}
