using AbuseDesk;
using AbuseDesk.Web;

try
{
    await WebDesk.Build(args, DeskSettings.From(Environment.GetEnvironmentVariable), TimeProvider.System).RunAsync();
    return 0;
}
catch (DeskException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
