import type { Vocabulary } from './words.ts'

export const pt: Vocabulary = {
  username: `
    *usuário*, *utilizador*, número de cliente, conta, cpf, identificação, matrícula, código de cliente`,
  email: 'correio eletrónico',
  phone: 'telefone, telemóvel, celular',
  password: '*senha*, palavra passe, palavra chave, código secreto',
  current: 'atual, antiga, anterior',
  fresh: 'nova, criar senha, crie uma senha, escolha, definir senha',
  confirm: 'repetir*, repita, novamente, redigite',
  rules: 'pelo menos, caracteres, mínimo, deve conter',
  otp: 'código de verificação, código de segurança, código sms, código único, código de autenticação',
  companyCode: 'empresa, domínio, filial, agência, unidade, cnpj, loja, entidade',
  notPassword: 'cartão, resposta, chave api',
  captcha: 'caracteres da imagem, digite o código, código da imagem',
  search: '*buscar*, busca, pesquisa, pesquisar, procurar, localizar',
  newsletter: 'boletim, assine, inscreva se, novidades',
  person: `
    nome, sobrenome, apelido, nascimento, endereço, morada, rua, cidade, cep, país, sexo, dia, mês, ano`,
  signIn: `
    entrar, entre, iniciar sessão, inicie sessão, acessar, acesso, aceder, já sou cliente,
    já tenho conta, já tem conta, autenticação, autenticar, área do cliente, acesse`,
  signUp: `
    cadastr*, registar*, registre se, registe se, registrar, registo, registro, criar conta,
    crie sua conta, criar uma conta, crie uma conta, inscrever*, novo cliente, novo usuário, abrir conta`,
  reset: 'esquec*, redefinir*, recuperar*, repor*, recuperação*',
  forgot: 'esquec*, recuperar*, redefinir*, perdeu*',
  change: `
    alterar senha, alterar a senha, mudar senha, trocar senha, alterar palavra passe, alteração de senha,
    nova senha, nova palavra passe`,
  remember: 'lembrar*, lembre*, manter sessão*, manter conectado, permanecer*, mantenha*',
  terms: 'aceito, termos, condições, política de privacidade, li e, desejo receber, concordo',
  next: 'próximo, seguinte, continuar, avançar, enviar, confirmar',
  save: 'salvar*, guardar*, aplicar, atualizar, alterar, testar*',
  manage: `
    editar usuário, editar utilizador, novo usuário, adicionar usuário, gerenciar usuários,
    gestão de utilizadores, função, perfil de acesso, permissões`,
  settings: 'servidor, porta, criptografia, configurações, definições',
}
