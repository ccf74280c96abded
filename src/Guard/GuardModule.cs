using Wuzha.Platform;

namespace Wuzha.Guard;

/// <summary>减负底线: the rules against formalism as code; who asks for something forbidden is told so, and what is lawful instead.</summary>
public sealed class GuardModule : Module;
