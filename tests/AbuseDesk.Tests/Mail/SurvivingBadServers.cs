using AbuseDesk.Mail;

namespace AbuseDesk.Tests.Mail;

public sealed class SurvivingBadServers
{
    [TestCase("MAIL", "451 disk is full", "451")]
    [TestCase("RCPT", "452 too many", "452")]
    [TestCase(".", "451 not now", "451 not now")]
    [TestCase("MAIL", "421 closing down", "421")]
    public async Task What_is_put_off_is_tried_again(string command, string says, string reason)
    {
        var delivery = await SendAsync(at => at == command ? says : ScriptedServer.Kindly(at));

        Assert.That((delivery as Delivery.Later)?.Reason, Does.Contain(reason));
    }

    [TestCase("MAIL", "550 go away")]
    [TestCase("RCPT", "550 no such user")]
    [TestCase(".", "554 looks like spam")]
    public async Task What_is_refused_is_not_tried_again(string command, string says)
    {
        var delivery = await SendAsync(at => at == command ? says : ScriptedServer.Kindly(at));

        Assert.That((delivery as Delivery.Refused)?.Reason, Does.Contain(says));
    }

    [TestCase("MAIL")]
    [TestCase("DATA")]
    [TestCase(".")]
    public async Task A_connection_that_breaks_is_tried_again(string command)
    {
        var delivery = await SendAsync(at => at == command ? null : ScriptedServer.Kindly(at));

        Assert.That((delivery as Delivery.Later)?.Reason, Does.Contain("connection").And.Contains("was lost"));
    }

    [Test]
    public async Task A_server_that_says_no_more_in_the_middle_of_the_text_is_given_up_in_time()
    {
        var began = TimeProvider.System.GetTimestamp();

        var delivery = await SendAsync(at => at == "." ? "" : ScriptedServer.Kindly(at));

        Assert.That(delivery, Is.TypeOf<Delivery.Later>());
        Assert.That(TimeProvider.System.GetElapsedTime(began), Is.LessThan(TimeSpan.FromSeconds(15)));
    }

    [Test]
    public async Task After_a_broken_connection_the_next_mail_opens_another()
    {
        var broken = false;
        using var server = new ScriptedServer(at =>
        {
            if (at != "." || broken) return ScriptedServer.Kindly(at);
            broken = true;
            return null;
        });
        using var mailer = SendingBySmtp.Mailer(server.Start());

        Assert.That(await mailer.SendAsync(SendingBySmtp.Queued("abuse@perch.example")), Is.TypeOf<Delivery.Later>());
        Assert.That(await mailer.SendAsync(SendingBySmtp.Queued("abuse@perch.example")), Is.TypeOf<Delivery.Sent>());
    }

    [Test]
    public async Task A_server_without_TLS_gets_no_mail_unless_TLS_is_switched_off()
    {
        using var server = new ScriptedServer(ScriptedServer.Kindly);
        using var mailer = SendingBySmtp.Mailer(server.Start().Replace("?tls=none", "", StringComparison.Ordinal));

        var delivery = await mailer.SendAsync(SendingBySmtp.Queued("abuse@perch.example"));

        Assert.That((delivery as Delivery.Unavailable)?.Reason, Does.Contain("offers no TLS"));
    }

    [Test]
    public async Task A_server_that_is_not_there_ends_the_pass()
    {
        using var mailer = SendingBySmtp.Mailer("smtp://127.0.0.1:9?tls=none");

        var delivery = await mailer.SendAsync(SendingBySmtp.Queued("abuse@perch.example"));

        Assert.That((delivery as Delivery.Unavailable)?.Reason, Does.StartWith("127.0.0.1:9 cannot be reached"));
        Assert.That(() => mailer.ProbeAsync(), Throws.TypeOf<DeskException>().With.Message.Contains("cannot be reached"));
    }

    private static async Task<Delivery> SendAsync(Func<string, string?> answer)
    {
        using var server = new ScriptedServer(answer);
        using var mailer = new SmtpMailer(
            SmtpTarget.Parse(server.Start()), null, new SenderIdentity("Desk", "abuse@cloud.example", "cloud.example"), TimeSpan.FromSeconds(3));
        return await mailer.SendAsync(SendingBySmtp.Queued("abuse@perch.example"));
    }
}
