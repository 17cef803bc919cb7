using AbuseDesk.Web.Workers;
using Microsoft.Extensions.Logging.Abstractions;

namespace AbuseDesk.Tests.Web;

public sealed class RunningTheJobs
{
    [Test]
    public async Task A_job_that_fails_does_not_stop_the_others()
    {
        var done = new List<string>();
        using var workers = new DeskWorkers(
            [
                new DeskJob("breaks", _ => throw new InvalidOperationException("broken")),
                new DeskJob("cannot", _ => throw new DeskException("The folder is full; make room.")),
                new DeskJob("works", _ =>
                {
                    done.Add("works");
                    return Task.CompletedTask;
                }),
            ],
            NullLogger<DeskWorkers>.Instance);

        await workers.RunOnceAsync(CancellationToken.None);
        await workers.RunOnceAsync(CancellationToken.None);

        Assert.That(done, Is.EqualTo(["works", "works"]));
    }

    [TestCase("on", 13)]
    [TestCase("off", 0)]
    public async Task The_setting_says_whether_a_node_runs_them(string setting, int jobs)
    {
        var folder = Directory.CreateTempSubdirectory("abusedesk-test-").FullName;
        await using (var app = AbuseDesk.Web.WebDesk.Build(
            ["--urls", "http://127.0.0.1:0", "--ABUSEDESK_WORKERS", setting], DeskSettings.From(_ => null, folder), TimeProvider.System))
        {
            var found = (IEnumerable<DeskJob>)app.Services.GetService(typeof(IEnumerable<DeskJob>))!;
            Assert.That(found.Count(), Is.EqualTo(jobs));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void Any_other_setting_stops_the_start() => Assert.That(
        () => AbuseDesk.Web.WebDesk.Build(["--ABUSEDESK_WORKERS", "maybe"], DeskSettings.From(_ => null, "unused"), TimeProvider.System),
        Throws.TypeOf<DeskException>().With.Message.Contains("set it to on or off"));
}
