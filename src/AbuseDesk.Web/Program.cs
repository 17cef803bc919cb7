using AbuseDesk;
using AbuseDesk.Web;

await WebDesk.Build(args, DeskSettings.From(Environment.GetEnvironmentVariable), TimeProvider.System).RunAsync();
