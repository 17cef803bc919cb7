using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AbuseDesk.Mail;

namespace AbuseDesk.Benchmarks;

/// <summary>One worker sends mails with a PDF of 300 KB over loopback SMTP, to Postfix's smtp-sink, which throws them away.</summary>
internal static class DeliveryBenchmark
{
    private const int Mails = 1_000;
    private const int Rounds = 4;
    private const int Cases = 100;

    public static async Task<int> RunAsync(string[] args)
    {
        var port = FreePort();
        using var sink = Process.Start(new ProcessStartInfo("/usr/sbin/smtp-sink", ["-u", "nobody", $"127.0.0.1:{port}", "100"]))!;
        try
        {
            await using var desk = await BenchDesk.OpenAsync(args);
            await Samples.CustomersAndTermsAsync(desk);
            await Seed.CasesAsync(desk, Cases, 1);
            var sender = new SenderIdentity("Example Cloud Abuse Desk", "abuse@cloud.example", "cloud.example");
            using var mailer = new SmtpMailer(SmtpTarget.Parse($"smtp://127.0.0.1:{port}?tls=none"), null, sender);
            var (rates, peaks) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                await QueueAsync(desk, new Outbox(sender), round);
                var watch = Stopwatch.StartNew();
                var done = await new DeliverMail(desk.Database, new OutboxLease(desk.Database), new DeliveryOutcome(desk.Database), mailer).RunAsync();
                if (done.Sent != Mails) throw new InvalidOperationException($"{done} instead of {Mails} sent.");
                rates.Add(Mails / watch.Elapsed.TotalSeconds);
                peaks.Add(Figures.PeakMegabytes());
            }

            Figures.Print($"mails with a PDF of 300 KB sent by one worker ({BenchDesk.EngineOf(args)})", rates, "a second");
            Console.WriteLine("peak memory after each round: " + string.Join(", ", peaks.Select(peak => peak.ToString("0", CultureInfo.InvariantCulture))) + " MB");
        }
        finally
        {
            sink.Kill();
        }

        return 0;
    }

    private static Task QueueAsync(BenchDesk desk, Outbox outbox, int round) => desk.Database.WriteAsync(async tx =>
    {
        var cases = (await tx.QueryAsync<CaseRow>("select id, ref from cases order by id")).ToList();
        var pdf = new byte[300 * 1024];
        for (var number = 0; number < Mails; number++)
        {
            Random.Shared.NextBytes(pdf);
            var one = cases[number % cases.Count];
            await outbox.AddAsync(tx, new OutgoingMail
            {
                Kind = "forwarding",
                Ref = $"N-2021-{round * Mails + number:0000}",
                Identity = "1",
                To = [new MailParty("Odile Varenne", "abuse@perch.example")],
                Subject = "Items to remove",
                Text = "The items are listed in the document that is attached.\n",
                Attachments = [new MailAttachment("notice.pdf", "application/pdf", pdf)],
                CaseId = one.Id,
                CaseRef = one.Ref,
            });
        }
    });

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed record CaseRow
    {
        public required long Id { get; init; }

        public required string Ref { get; init; }
    }
}
