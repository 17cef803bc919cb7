using AbuseDesk;
using AbuseDesk.Web;
using AbuseDesk.Web.Hosting;

try
{
    await using var web = WebDesk.Build(args, DeskSettings.From(Environment.GetEnvironmentVariable), TimeProvider.System);
    await web.ListenAsync();
    await web.WaitForShutdownAsync();
    return 0;
}
catch (DeskException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
